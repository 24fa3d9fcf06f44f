"""What others see of a member: the name everywhere, and the parts of the profile that this viewer may see."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Profile, User, Visibility

#: The parts of a profile that each have their own visibility, in the order in which they are shown.
PARTS = ("display_name", "photo", "role", "organisation", "levels", "themes", "biography", "orcid")

Viewer = User | AnonymousUser | None


def display_name(user: User | None, viewer: Viewer = None) -> str:
    """The name to show beside what somebody wrote; never an e-mail address.

    ``None`` is somebody who left. Without a viewer, the name that everyone may see; a page that knows who reads
    says so, because a name may be meant for members only. Read ``user`` with ``select_related("profile")``.
    """
    if user is None:
        return _("Voormalig lid")
    profile: Profile = user.profile
    chosen = profile.display_name or user.get_full_name()
    return chosen if chosen and may_see(profile, "display_name", viewer) else _("Een lid")


def profile_url(user: User) -> str:
    """Where the profile is shown."""
    return reverse("accounts:profile", args=[user.uuid])


def parts_visible_to(profile: Profile, viewer: Viewer) -> frozenset[str]:
    """Which of :data:`PARTS` this viewer may see. Own parts are always visible."""
    return frozenset(part for part in PARTS if may_see(profile, part, viewer))


def may_see(profile: Profile, part: str, viewer: Viewer) -> bool:
    """Whether ``viewer`` may see one part; ``None`` and an anonymous user are visitors."""
    chosen = getattr(profile, f"{part}_visibility")
    if viewer is None or not viewer.is_authenticated:
        return bool(chosen == Visibility.EVERYONE)
    return bool(chosen != Visibility.NOBODY or viewer.pk == profile.user_id)
