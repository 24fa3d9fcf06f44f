"""``/robots.txt``: everything may be read but what is somebody's own, and search results."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from caching.policy import cached
from editorial.addresses import localised
from harvesting.addresses import absolute

#: Pages of accounts, of editors, and lists without end; the JSON search stays open for whoever asks it politely.
_CLOSED = ("/account/", "/admin/", "/afmelden/", "/toegang/", "/zoeken/")
_LANGUAGES = ("nl", "en")


@require_safe
@cached()
def robots(request: HttpRequest) -> HttpResponse:
    """In both languages, with the address of the sitemap."""
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Disallow: {localised(path, language)}" for path in _CLOSED for language in _LANGUAGES]
    lines += ["", f"Sitemap: {absolute('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
