"""The versions of an insight: what each said stays readable at an address of its own."""

from __future__ import annotations

from research.publications.models import PublicationVersion


def latest_number(page_id: int | None) -> int:
    """The number of the latest published version; 0 for a page that was never public."""
    if page_id is None:
        return 0
    newest = PublicationVersion.objects.filter(page_id=page_id).order_by("-number")
    return newest.values_list("number", flat=True).first() or 0
