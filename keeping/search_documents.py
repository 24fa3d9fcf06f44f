"""What dossiers are in the index."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from keeping.dossier_changes import public_notes
from keeping.models import DossierPage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument


def describe_dossier(page: Any) -> SearchDocument:
    """A dossier is found by its introduction and by what is said of each public page, not by those pages' own texts."""
    shown = page.substantially_changed_on or (page.first_published_at.date() if page.first_published_at else None)
    notes = page.index_notes if hasattr(page, "index_notes") else public_notes([page])[page.pk]
    return describe(page, body=[page.intro, *notes], shown_date=shown, card={"pages": len(notes)})


def _with_notes(pages: QuerySet[DossierPage]) -> list[Any]:
    loaded = with_terms(pages)
    notes = public_notes(loaded)
    for page in loaded:
        page.index_notes = notes[page.pk]
    return loaded


def register() -> None:
    """Make dossiers findable."""
    registry.register(DossierPage, describe_dossier)
    registry.bulk(DossierPage, _with_notes)
    labels.register("type", {"dossier": _("Dossier")})
