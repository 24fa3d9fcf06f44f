"""Words that the site's own addresses use, refused as slugs right below the front page."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

#: First parts of addresses in config.urls; a test compares this list with the URL patterns.
RESERVED_SLUGS = frozenset(
    {
        "_util",
        "aansluiten",
        "account",
        "afmelden",
        "admin",
        "api",
        "bewaard",
        "bewaren",
        "bijeenkomsten",
        "citeren",
        "documenten",
        "feeds",
        "gedeeld",
        "gelezen",
        "gezond",
        "leden",
        "leerlabs",
        "media",
        "nakijken",
        "onderzoekers",
        "oai",
        "organisaties",
        "schoolprogramma",
        "static",
        "toegang",
        "verantwoording",
        "zoeken",
        "en",
    }
)

#: First parts that a page has and below which the site has addresses of its own; what that room lets pages be
#: called below it, it sees to itself.
SHARED_SLUGS = frozenset({"kennisvragen", "menukaart", "onderzoek", "praktijk"})


def refuse_reserved_slug(page: Page) -> None:
    """Raises ValidationError for a reserved slug at the first level below the front page.

    That level has depth 3; a page that is being added has no depth yet and is held to it wherever it goes."""
    languages = {code for code, _name in settings.LANGUAGES}
    if page.slug in RESERVED_SLUGS | languages and page.depth in {None, 3}:
        raise ValidationError(
            {"slug": _("“%(slug)s” gebruikt de site zelf; kies een ander woord.") % {"slug": page.slug}}
        )
