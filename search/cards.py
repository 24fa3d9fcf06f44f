"""Cards for other pages: the newest of a kind, or those that an editor chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wagtail.models import Page

from search import registry
from search.documents import SearchDocument
from search.request import SearchRequest
from search.results import Hit
from search.service import find


def newest(kind: str, count: int, **filters: str) -> tuple[Hit, ...]:
    """The newest pages of a kind within filters (facet name → code), as the index keeps them."""
    chosen = {"type": (kind,), **{name: (code,) for name, code in filters.items()}}
    return find(SearchRequest(filters=chosen, sort="date", page_size=count)).hits


def count_by_theme() -> Mapping[str, int]:
    """Number of public pages per theme, pages of its children included."""
    return find(SearchRequest(page_size=1)).facets.get("thema", {})


def cards_of_pages(pages: Iterable[Page]) -> tuple[Hit, ...]:
    """Cards of chosen pages in their order; pages that are not public (any more) are left out."""
    wanted = [page.pk for page in pages]
    documents = {document.page_id: document for document in registry.documents(wanted)}
    return tuple(_hit(documents[pk]) for pk in wanted if pk in documents)


def _hit(document: SearchDocument) -> Hit:
    return Hit(
        page_id=document.page_id,
        type=document.type,
        title=document.title,
        path=document.path,
        title_html="",
        snippet_html="",
        snippet=document.summary,
        themes=document.facets.get("thema", ()),
        score=0.0,
        card=document.card,
    )
