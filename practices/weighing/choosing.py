"""What somebody ticked on the menukaart to compare: it goes along in the address when the list becomes another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from wagtail.models import Page

from practices.models import InterventionPage, PracticePage
from practices.weighing.selection import PARAMETER, read_selection
from search import registry
from search.query.addresses import to_querystring
from search.request import SearchRequest

#: The list itself, as it stands in Dutch addresses.
MENUKAART = "/menukaart/"
#: A longer query than this no list has.
_LONGEST_QUERY = 2000


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page that is chosen, and the address of the same list without it."""

    page_id: int
    title: str
    without_url: str


def chosen_ids(search: SearchRequest) -> tuple[int, ...]:
    """The ids that the address of a list carries along."""
    return read_selection([value for name, value in search.carried if name == PARAMETER]).page_ids


def chosen_elsewhere(search: SearchRequest, shown: Collection[int]) -> list[Chosen]:
    """What is chosen and not among the results ``shown``, in the order of choosing. One query; none when all are."""
    ids = chosen_ids(search)
    missing = [page_id for page_id in ids if page_id not in shown]
    if not missing:
        return []
    pages = Page.objects.filter(pk__in=missing).type(InterventionPage, PracticePage)
    titles = dict(registry.indexable(pages).values_list("pk", "title"))
    return [Chosen(pk, titles[pk], _without(search, ids, pk)) for pk in missing if pk in titles]


def list_query(asked: str, page_ids: Iterable[int]) -> str:
    """The query of a list: what ``asked`` (a query string) says, with these pages chosen."""
    pairs = [pair for pair in parse_qsl(asked.removeprefix("?")[:_LONGEST_QUERY]) if pair[0] != PARAMETER]
    return urlencode([*pairs, *((PARAMETER, str(page_id)) for page_id in page_ids)])


def _without(search: SearchRequest, ids: Iterable[int], page_id: int) -> str:
    left = tuple((PARAMETER, str(other)) for other in ids if other != page_id)
    return to_querystring(search, carried=left)
