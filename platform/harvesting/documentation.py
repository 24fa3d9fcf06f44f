"""``/api/``: what there is for machines, for the person who is going to use it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from harvesting.addresses import absolute
from harvesting.api.parameters import LARGEST, LARGEST_WITH_CONTENT
from harvesting.kinds import known_kinds


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """One page, in the language of the reader, with addresses that can be tried."""
    context = {
        "addresses": {
            name: absolute(name) for name in ("oai", "api_pages", "api_changes", "api_themes", "openapi", "sitemap")
        },
        "site": settings.SITE_URL,
        "kinds": known_kinds(),
        "a_minute": settings.HARVEST_REQUESTS_A_MINUTE,
        "largest": LARGEST,
        "largest_with_content": LARGEST_WITH_CONTENT,
    }
    return render(request, "harvesting/documentation.html", context)
