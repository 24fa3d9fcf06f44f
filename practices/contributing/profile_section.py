"""The practice examples of a member on their profile."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from accounts import profile_sections
from accounts.models import User
from accounts.profile_sections import ProfileSection, SectionItem
from editorial.publicity import public
from editorial.reading import page_url
from practices.models import PracticePage

#: The latest ones; a profile is no archive.
MOST = 10


def register() -> None:
    """Show them on profiles, to who may see the name that stands on the pages too; called once, from the app."""
    profile_sections.register("praktijk", section_of, part="display_name")


def section_of(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    """What is on the site with this member as an author: their name stands there already."""
    pages = public(PracticePage.objects.filter(page_authors__person__user=owner)).order_by("-first_published_at")
    items = [SectionItem(page.title, page_url(page)) for page in pages[:MOST]]
    return ProfileSection(_("Praktijkvoorbeelden"), items)
