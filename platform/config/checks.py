"""Conventions of the whole site, held by system checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.validators import slug_re
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern

from editorial.reserved import RESERVED_SLUGS, SHARED_SLUGS


def reserved_slugs_cover_the_addresses(**kwargs: Any) -> list[CheckMessage]:
    """A page whose slug is the first part of one of the site's own addresses could never be reached."""
    used = set(_first_words(get_resolver().url_patterns))
    used |= {address.strip("/").partition("/")[0] for address in (settings.STATIC_URL, settings.MEDIA_URL)}
    return [
        Error(
            f"The addresses below /{word}/ are the site's own, but a page could take that slug.",
            hint="Add the word to editorial.reserved.RESERVED_SLUGS.",
            id="config.E001",
        )
        for word in sorted(used - RESERVED_SLUGS - SHARED_SLUGS)
    ]


def platform_is_no_package(**kwargs: Any) -> list[CheckMessage]:
    """A package of that name would hide the standard library's ``platform`` module."""
    marker = Path(settings.BASE_DIR) / "platform" / "__init__.py"
    if not marker.exists():
        return []
    return [
        Error(
            "platform/ has an __init__.py and hides the standard library's module of that name.",
            hint=f"Remove {marker}.",
            id="config.E002",
        )
    ]


def _first_words(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """The first parts of the addresses that could be a slug; what is included at the root counts too."""
    for pattern in patterns:
        route = pattern.pattern
        inner = pattern.url_patterns if isinstance(pattern, URLResolver) else ()
        if isinstance(route, LocalePrefixPattern) or (isinstance(route, RoutePattern) and not str(route)):
            yield from _first_words(inner)
        elif isinstance(route, RoutePattern):
            word = str(route).partition("/")[0]
            if slug_re.match(word):
                yield word
