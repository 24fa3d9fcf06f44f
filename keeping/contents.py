"""What a collection shows of its pages: only those that everyone may read now; of others not even the title."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.models import Page

from editorial.publicity import is_public
from editorial.reading import content_kind_of, page_url
from keeping.models import Collection, CollectionItem
from search.service import chosen_pages


@dataclass(frozen=True, slots=True)
class Row:
    """One item. ``page`` is None when it is not there to be read (any more)."""

    item: CollectionItem
    page: Page | None = None
    title: str = ""
    url: str = ""
    kind: str = ""
    summary: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the page was removed or is not public any more."""
        return self.page is None


def rows_of(collection: Collection) -> list[Row]:
    """The items in their order; one query, and one request to the index for the summaries."""
    items = list(collection.items.select_related("page").order_by("position", "pk"))
    public = {item.page.pk: item.page for item in items if item.page is not None and is_public(item.page)}
    summaries = {hit.page_id: str(hit.card.get("summary", "")) for hit in chosen_pages(list(public))} if public else {}
    return [_row(item, public.get(item.page_id or 0), summaries) for item in items]


def _row(item: CollectionItem, page: Page | None, summaries: dict[int, str]) -> Row:
    if page is None:
        return Row(item)
    return Row(item, page, page.title, page_url(page), content_kind_of(page), summaries.get(page.pk, ""))
