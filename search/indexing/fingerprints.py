"""Comparing the index with the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wagtail.models import Page

from search import registry
from search.analysis.documents import fingerprint
from search.documents import SearchDocument
from search.engines.base import SearchEngine

#: Pages that are described together: enough to share queries, few enough to keep memory flat.
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """What the index has wrong."""

    #: Public pages that it does not have.
    missing: tuple[int, ...] = ()
    #: Pages that it has another text of, or that were analysed with other word lists.
    stale: tuple[int, ...] = ()
    #: What it has and should not: gone, unpublished or private pages.
    surplus: tuple[int, ...] = ()
    #: Pages that could not be described, with the reason.
    undescribed: tuple[tuple[int, str], ...] = ()

    @property
    def page_ids(self) -> tuple[int, ...]:
        """All pages that have to be looked at again."""
        return self.missing + self.stale + self.surplus

    def __bool__(self) -> bool:
        return bool(self.page_ids or self.undescribed)


def compare(engine: SearchEngine) -> Difference:
    """Describe every public page and hold its fingerprint against the index.

    Changes that still wait in the outbox show up as differences too. Keeps one short string a page in memory.
    """
    indexed = dict(engine.fingerprints())
    undescribed: list[tuple[int, str]] = []
    missing: list[int] = []
    stale: list[int] = []
    for document in all_documents(lambda page_id, problem: undescribed.append((page_id, str(problem)))):
        known = indexed.pop(document.page_id, None)
        if known is None:
            missing.append(document.page_id)
        elif known != fingerprint(document):
            stale.append(document.page_id)
    for page_id, _ in undescribed:
        indexed.pop(page_id, None)
    return Difference(tuple(missing), tuple(stale), tuple(indexed), tuple(undescribed))


def all_documents(on_error: registry.OnError | None = None) -> Iterator[SearchDocument]:
    """Every document that belongs in the index, in chunks of few queries."""
    for page_ids in _chunks_of_pages():
        yield from registry.documents(page_ids, on_error)


def expected_count() -> int:
    """How many pages may be found by their state; some of them may be left out by their rooms."""
    return registry.indexable(Page.objects.all()).count()


def _chunks_of_pages() -> Iterator[Sequence[int]]:
    """Ids of all indexable pages in ascending order; each chunk is a short query of its own."""
    last = 0
    pages = Page.objects.filter(live=True).order_by("pk")
    while page_ids := list(pages.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        yield page_ids
        last = page_ids[-1]
