"""What other rooms show of a member, on their page and in the menu of their own account."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import menu, profile_sections
from accounts.models import User
from accounts.profile_sections import ProfileSection, SectionItem
from organisations.membership import current_organisations


def connect() -> None:
    """Called once, when the app is ready."""
    menu.register(30, gettext_lazy("Organisaties"), "organisations:mine", "building-2")
    menu.register(35, gettext_lazy("Leerlabs"), "leerlabs:mine", "messages-square")
    profile_sections.register("organisations", _organisations, part="organisation")


def _organisations(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    found = current_organisations(owner)
    items = [SectionItem(row.name, reverse("organisations:page", args=[row.slug])) for row in found]
    return ProfileSection(_("Werkt bij"), items)
