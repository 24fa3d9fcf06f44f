"""The people of an organisation who chose to be seen, and the organisations of a person who did."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from accounts.models import Profile, User
from accounts.profile_sections import ProfileSection, SectionItem
from accounts.profiles import display_name, may_see, profile_url
from organisations.membership import current_organisations
from organisations.models import Organisation, OrganisationMembership
from organisations.shared_by import Section, SharedItem, Viewer

#: So many memberships are looked at; an organisation with more shows those who came first.
_MOST_LOOKED_AT = 500


def people_who_chose_to_be_seen(organisation: Organisation, viewer: Viewer) -> Section:
    """Current members whose name and organisation this viewer may see; one query."""
    current = OrganisationMembership.objects.current().filter(organisation=organisation, user__is_active=True)
    rows = current.select_related("user__profile").order_by("starts_on", "pk")[:_MOST_LOOKED_AT]
    seen = (row for row in rows if chose_to_be_seen(row.user.profile, viewer))
    items = [
        SharedItem(
            title=display_name(row.user, viewer),
            url=profile_url(row.user),
            note=row.user.profile.get_role_display() if may_see(row.user.profile, "role", viewer) else "",
        )
        for row in seen
    ]
    return Section(_("Mensen"), sorted(items, key=lambda item: item.title.casefold()))


def organisations_on_profile(owner: User, viewer: User | AnonymousUser) -> ProfileSection:
    """Where somebody works now, on their profile; whoever sees that part sees all of it. One query."""
    items = [SectionItem(place.name, place.get_absolute_url()) for place in current_organisations(owner)]
    return ProfileSection(_("Werkt bij"), items)


def chose_to_be_seen(profile: Profile, viewer: Viewer | None) -> bool:
    """Whether this viewer, or every visitor, may see that this person belongs to their organisations."""
    has_name = bool(profile.display_name or profile.user.get_full_name())
    return has_name and may_see(profile, "display_name", viewer) and may_see(profile, "organisation", viewer)
