"""What somebody ticked in a list to compare: it goes along in the address when the list becomes another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.utils.translation import get_language
from wagtail.models import Page

from editorial.addresses import localised
from practices.models import InterventionPage, PracticePage
from practices.weighing.selection import PARAMETER, read_selection
from search import registry
from search.query.addresses import to_querystring
from search.request import SearchRequest

#: The lists in which one chooses, by their slug, as they stand in Dutch addresses; the first when none is named.
LISTS = {"menukaart": "/menukaart/", "praktijk": "/praktijk/"}
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


def list_url(asked: str, page_ids: Iterable[int]) -> str:
    """The address of a list with these pages chosen, in the language of this request.

    ``asked`` is the list's slug, with its query string if it has one: ``praktijk?kosten=1``. It leads to
    our lists only.
    """
    slug, _mark, query = asked[:_LONGEST_QUERY].partition("?")
    pairs = [pair for pair in parse_qsl(query) if pair[0] != PARAMETER]
    said = urlencode([*pairs, *((PARAMETER, str(page_id)) for page_id in page_ids)])
    address = localised(LISTS.get(slug, LISTS["menukaart"]), get_language() or "nl")
    return f"{address}?{said}" if said else address


def _without(search: SearchRequest, ids: Iterable[int], page_id: int) -> str:
    left = tuple((PARAMETER, str(other)) for other in ids if other != page_id)
    return to_querystring(search, carried=left)
