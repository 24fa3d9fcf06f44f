"""On the form of a person: what stands with their pages as affiliation, and which institute that is."""

from __future__ import annotations

from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import Person
from research.publications.affiliations import authorships_of
from research.publications.models import Affiliation


def affiliations_of(person: Person) -> SafeString | str:
    """A table with a way to mend each: the page, and the identifiers of the institute. Empty for no author."""
    rows = [
        {
            "written": written,
            "page_url": reverse("wagtailadmin_pages:edit", args=[written.page_id]),
            "institute_url": _institute_url(written.affiliation, written.institute),
        }
        for written in authorships_of(person)
    ]
    return render_to_string("research/publications/admin/affiliations.html", {"rows": rows}) if rows else ""


def _institute_url(name: str, institute: Affiliation | None) -> str:
    """Where its identifiers are mended, or added under this very name."""
    if institute is not None:
        return reverse("wagtailsnippets_publications_affiliation:edit", args=[institute.pk])
    address = reverse("wagtailsnippets_publications_affiliation:add")
    return f"{address}?{urlencode({'name': name})}" if name else ""
