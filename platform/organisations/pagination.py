"""Links to the other pages of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

_AROUND, _ENDS = 2, 1


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number; without ``url`` and not current it is a gap."""

    number: int | None
    url: str
    current: bool


def page_links(page: Page[Any], path: str, query: Callable[[int], str]) -> dict[str, Any]:
    """What ``components/pagination.html`` shows. ``query`` makes the query string of a page."""
    paginator: Paginator[Any] = page.paginator

    def url(number: int) -> str:
        asked = query(number)
        return f"{path}?{asked}" if asked else path

    if paginator.num_pages < 2:
        return {"page_links": []}
    numbers = paginator.get_elided_page_range(page.number, on_each_side=_AROUND, on_ends=_ENDS)
    links = [
        PageLink(number, "" if number == page.number else url(number), number == page.number)
        if isinstance(number, int)
        else PageLink(None, "", False)
        for number in numbers
    ]
    return {
        "page_links": links,
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }
