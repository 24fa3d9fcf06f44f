"""The practice examples of an organisation, on its page."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.addresses import localised, site_path
from editorial.publicity import public
from organisations import shared_by
from organisations.models import Organisation, OrganisationKind
from practices.models import PracticePage


def register() -> None:
    """Add the section; called once, when the app is ready."""
    shared_by.register("practices", practices_of)


def practices_of(organisation: Organisation, viewer: shared_by.Viewer) -> shared_by.Section:
    """Published examples, the newest first; a board shows those of its schools. One query."""
    pages = public(PracticePage.objects.all()).order_by("-first_published_at", "-pk")
    if organisation.kind == OrganisationKind.BOARD:
        pages = pages.filter(school__board=organisation) | pages.filter(school=organisation)
    else:
        pages = pages.filter(school=organisation)
    rows = pages.only("title", "summary", "url_path", "year")[: shared_by.MOST_ITEMS]
    items = [
        shared_by.SharedItem(
            title=page.title,
            url=localised(site_path(page.url_path), get_language() or "nl"),
            kind=PracticePage.content_kind,
            summary=page.summary,
            note=str(page.year or ""),
        )
        for page in rows
    ]
    return shared_by.Section(_("Praktijkvoorbeelden"), items, kind=PracticePage.content_kind)
