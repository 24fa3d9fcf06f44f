"""What dossiers are in the index."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from keeping.models import DossierPage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument


def describe_dossier(page: DossierPage) -> SearchDocument:
    """A dossier is found by its introduction and by what is said of each page, not by those pages' own texts."""
    shown = page.substantially_changed_on or (page.first_published_at.date() if page.first_published_at else None)
    notes = [str(block["value"].get("note") or "") for block in page.parts.raw_data]
    return describe(page, body=[page.intro, *notes], shown_date=shown, card={"pages": len(notes)})


def register() -> None:
    """Make dossiers findable."""
    registry.register(DossierPage, describe_dossier)
    registry.bulk(DossierPage, with_terms)
    labels.register("type", {"dossier": _("Dossier")})
