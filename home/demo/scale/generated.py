"""Telling generated pages from all others."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.models import Page

SLUG_PREFIX = "schaal-"
_DIGITS = 6
_LISTED_DEPTH = 4


def slug_of(number: int, words: str, longest: int = 80) -> str:
    """``schaal-000123-leesgroepjes-in-groep-5``."""
    return f"{SLUG_PREFIX}{number:0{_DIGITS}}-{words}"[:longest].rstrip("-")


def generated_pages() -> QuerySet[Page]:
    """All generated pages, whatever their kind."""
    slug = rf"^{SLUG_PREFIX}[0-9]{{{_DIGITS}}}-"
    return Page.objects.filter(depth=_LISTED_DEPTH, slug__startswith=SLUG_PREFIX, slug__regex=slug)


def highest_number() -> int:
    """The number of the last generated page; 0 when there is none."""
    last = generated_pages().order_by("-slug").values_list("slug", flat=True).first()
    return int(last.removeprefix(SLUG_PREFIX)[:_DIGITS]) if last else 0
