"""What the page of a member shows of the network, and what the page of a researcher shows of the member."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models.signals import post_save
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Person, Profile, User
from accounts.profile_sections import ProfileSection, SectionItem
from accounts.profiles import may_see, profile_url
from caching.generation import renew_on_commit
from research.projects.public_people import has_page

#: What a save of an account may change that no page shows.
_UNSEEN = frozenset({"last_login", "password"})


def researcher_page(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    """The page with everything that stands on the site under this member's name."""
    person = Person.objects.filter(user=owner).first()
    items = []
    if person is not None and has_page(person):
        items = [SectionItem(person.name, reverse("projects:researcher", args=[person.slug]))]
    return ProfileSection(_("Onderzoek en andere pagina's"), items)


def public_profile_url(person: Person) -> str:
    """The profile of the member who claimed this record, if everyone may see whose it is; otherwise empty.

    Read ``person`` with ``select_related("user__profile")``.
    """
    user = person.user
    if user is None or not user.is_active or not may_see(user.profile, "display_name", None):
        return ""
    return profile_url(user)


def connect() -> None:
    """Pages of researchers follow what their members choose to show; called once, when the app is ready."""
    post_save.connect(_profile_saved, sender=Profile, dispatch_uid="projects.profile")
    post_save.connect(_account_saved, sender=User, dispatch_uid="projects.account")


def _profile_saved(instance: Profile, **kwargs: Any) -> None:
    _renew_if_public(instance.user_id)


def _account_saved(instance: User, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    if update_fields is None or update_fields - _UNSEEN:
        _renew_if_public(instance.pk)


def _renew_if_public(user_id: int) -> None:
    if Person.objects.filter(user_id=user_id).exists():
        renew_on_commit()
