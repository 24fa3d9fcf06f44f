"""The pages of a result."""

from __future__ import annotations

from dataclasses import dataclass

from search.query.addresses import to_querystring
from search.request import MAX_RESULT_WINDOW, SearchRequest


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of results; without ``url`` it is a gap."""

    number: int
    url: str
    current: bool = False


def page_links(request: SearchRequest, total: int, around: int = 2) -> list[PageLink]:
    """First, last and the pages around this one; a link without address stands for those left out."""
    last = _last(request, total)
    if last == 1:
        return []
    wanted = sorted({1, last, *range(max(1, request.page - around), min(last, request.page + around) + 1)})
    links: list[PageLink] = []
    for number in wanted:
        if links and number > links[-1].number + 1:
            links.append(PageLink(number - 1, ""))
        links.append(PageLink(number, to_querystring(request, page=number), current=number == request.page))
    return links


def neighbour_url(request: SearchRequest, total: int, step: int) -> str:
    """Address of the page before (-1) or after (+1) this one; empty when there is none."""
    number = request.page + step
    return to_querystring(request, page=number) if 1 <= number <= _last(request, total) else ""


def _last(request: SearchRequest, total: int) -> int:
    """The last page that can be reached."""
    return max(1, -(-min(total, MAX_RESULT_WINDOW) // request.page_size))
