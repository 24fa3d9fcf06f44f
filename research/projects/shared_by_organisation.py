"""The project lines of an organisation, on its page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from editorial.publicity import public
from editorial.reading import page_url
from organisations.models import Organisation, OrganisationKind
from organisations.shared_by import MOST_ITEMS, Section, SharedItem, Viewer
from research.projects.models import ProjectLinePage


def share(organisation: Organisation, viewer: Viewer) -> Section | None:
    """Published lines in which it takes part, or for a board one of its schools; one query."""
    lines = public(ProjectLinePage.objects.all())
    taking_part = lines.filter(organisations__organisation=organisation)
    if organisation.kind == OrganisationKind.BOARD:
        taking_part |= lines.filter(organisations__organisation__board=organisation)
    rows = taking_part.distinct().order_by("-starts_on", "pk")
    items = [
        SharedItem(
            title=line.title,
            url=page_url(line),
            kind=ProjectLinePage.content_kind,
            summary=line.question,
            note=line.get_status_display(),
        )
        for line in rows[:MOST_ITEMS]
    ]
    return Section(_("Projectlijnen van ONA"), items, kind=ProjectLinePage.content_kind) if items else None
