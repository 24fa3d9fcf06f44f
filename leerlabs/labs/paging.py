"""What the component for paging shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import HttpRequest


def page_links(request: HttpRequest, shown: Page[Any]) -> dict[str, object]:
    """Template variables of ``components/pagination.html``; the other parameters of the address stay."""

    def url(number: int) -> str:
        parameters = {**request.GET.dict(), "pagina": str(number)}
        return "?" + urlencode(parameters)

    paginator = shown.paginator
    if paginator.num_pages < 2:
        return {"page_links": []}
    return {
        "page_links": [
            {
                "number": number,
                "current": number == shown.number,
                "url": url(int(number)) if number != paginator.ELLIPSIS else "",
            }
            for number in paginator.get_elided_page_range(shown.number)
        ],
        "previous_url": url(shown.previous_page_number()) if shown.has_previous() else "",
        "next_url": url(shown.next_page_number()) if shown.has_next() else "",
    }
