"""The part of an organisation's page with its schoolprogramma's, for its own people."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from organisations import shared_by
from organisations.membership import is_member
from organisations.models import Organisation, OrganisationKind
from organisations.shared_by import Section, SharedItem, Viewer
from practices.justifying.models import SchoolProgramme
from practices.justifying.periods import period_text


def register() -> None:
    """Add it; called once, when the app is ready."""
    shared_by.register("schoolprogrammas", section_of)


def section_of(organisation: Organisation, viewer: Viewer) -> Section | None:
    """The plans of a school, and those shared with this organisation; nothing for who does not belong to it."""
    if not is_member(viewer, organisation):
        return None
    own = SchoolProgramme.objects.filter(organisation=organisation)[: shared_by.MOST_ITEMS]
    items = [_item(one, _("van deze school")) for one in own]
    if not items and organisation.kind == OrganisationKind.SCHOOL:
        begin = f"{reverse('justifying:begin_programme')}?school={organisation.pk}"
        items = [SharedItem(_("Begin een schoolprogramma"), begin, note=_("voor de hele school"))]
    shared = SchoolProgramme.objects.filter(shares__organisation=organisation).select_related("organisation")
    items += [_item(one, one.organisation.name) for one in shared[: shared_by.MOST_ITEMS]]
    return Section(
        _("Schoolprogramma's"),
        items[: shared_by.MOST_ITEMS],
        kind="intervention",
        more_url=reverse("justifying:mine"),
        more_text=_("Alle verantwoordingen en plannen"),
    )


def _item(programme: SchoolProgramme, note: str) -> SharedItem:
    summary = period_text(programme.starts_on, programme.ends_on)
    return SharedItem(programme.title, programme.get_absolute_url(), summary=summary, note=note)
