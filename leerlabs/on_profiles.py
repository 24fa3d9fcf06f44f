"""What the page of a member shows of Leerlabs: where they take part, and the way to report the page itself."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import profile_sections
from accounts.models import User
from accounts.profile_sections import ProfileSection, SectionItem
from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabMembership, MemberRole, TargetKind
from leerlabs.policy import visible_leerlabs

#: More than this is no introduction of a person any more.
LONGEST = 12


def takes_part(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    """Leerlabs that this viewer may know of, in whose list of members the owner stands; one query."""
    shown = LeerlabMembership.objects.active().filter(Q(is_shown=True) | ~Q(role=MemberRole.MEMBER), user=owner)
    leerlabs = visible_leerlabs(viewer).filter(pk__in=shown.values("leerlab_id")).order_by("title")
    return ProfileSection(
        _("Doet mee met"), [SectionItem(leerlab.title, page_of(leerlab)) for leerlab in leerlabs[:LONGEST]]
    )


def way_to_report(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    """Anybody but the owner can say that something is wrong with a profile."""
    url = reverse("leerlabs:report", args=[TargetKind.PROFILE.value, owner.uuid])
    items = [] if viewer.pk == owner.pk else [SectionItem(_("Meld dit profiel"), url)]
    return ProfileSection(_("Klopt hier iets niet?"), items)


def connect() -> None:
    """Add both to the page of every member; called once, when the app is ready."""
    profile_sections.register("leerlabs", takes_part)
    profile_sections.register("report", way_to_report)
