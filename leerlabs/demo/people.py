"""The members: accounts that nobody can sign in with, their profiles, and where they work.

All are invented and marked as examples. They get no mail, whatever happens later in their Leerlabs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from accounts.models import Person, Profile, User, Visibility
from delivery.models import DigestRhythm, MailMoment, Preferences
from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rows import Tally, keep
from leerlabs.demo import files
from leerlabs.demo.known import Known
from organisations.models import ConfirmedBy, MembershipRole, OrganisationMembership

MARK = "(voorbeeld)"
#: Set aside for examples: no mail arrives there.
_MAIL_DOMAIN = "example.nl"
_SHOWN_PARTS = ("role", "organisation", "biography", "levels", "themes")


@dataclass(frozen=True, slots=True)
class Member:
    """An invented member."""

    user: User
    person: Person


def load_people(known: Known, tally: Tally) -> dict[str, Member]:
    """The members by their slugs."""
    members = {}
    for item in files.people():
        person = _person(item, known, tally)
        user = _user(item, person, tally)
        _profile(item, user, person, known, tally)
        _workplace(item, user, person, tally)
        quiet = {"notifications_by_mail": MailMoment.NEVER, "digest": DigestRhythm.NONE}
        keep(Preferences, {"user": user}, quiet, item, tally)
        keep(Person, {"slug": person.slug}, {"user": user}, item, tally)
        item.check_all_read()
        members[item.slug] = Member(user, person)
    return members


def _person(item: Item, known: Known, tally: Tally) -> Person:
    """The record of somebody who appears on pages already, or a new one."""
    if "person" in item:
        person = Person.objects.filter(slug=item["person"]).first()
        if person is None:
            raise item.error("person", f"there is no {item['person']}")
        return person
    given, _, family = item["name"].partition(" ")
    values = {
        "given_name": given,
        "family_name": family,
        "role": item["role"],
        "biography": item["biography"],
        "organisation_id": known.one("organisations", item, "organisation"),
        "is_example": True,
    }
    return keep(Person, {"slug": item["slug"]}, values, item, tally)


def _user(item: Item, person: Person, tally: Tally) -> User:
    email = f"{item['slug']}@{_MAIL_DOMAIN}"
    values = {
        "uuid": stable_uuid("member", item["slug"]),
        "first_name": person.given_name,
        "last_name": f"{person.name.removeprefix(person.given_name).strip()} {MARK}",
        "date_joined": at_clock(item["joined"], time(9, 0)),
    }
    there = User.objects.filter(email=email).first()
    unusable = there.password if there else _no_password()
    return keep(User, {"email": email}, {**values, "password": unusable}, item, tally)


def _no_password() -> str:
    user = User()
    user.set_unusable_password()
    return user.password


def _profile(item: Item, user: User, person: Person, known: Known, tally: Tally) -> None:
    values = {
        "display_name": f"{person.name} {MARK}",
        "role": person.role,
        "biography": person.biography,
        **{f"{part}_visibility": Visibility.EVERYONE for part in _SHOWN_PARTS},
    }
    profile = keep(Profile, {"user": user}, values, item, tally)
    for kind in ("levels", "themes"):
        wanted = set(known.many(kind, item, kind))
        related = getattr(profile, kind)
        if set(related.values_list("pk", flat=True)) != wanted:
            related.set(wanted)


def _workplace(item: Item, user: User, person: Person, tally: Tally) -> None:
    manages = item.get("administers", False)
    if person.organisation_id is None:
        return
    values = {
        "role": MembershipRole.ADMINISTRATOR if manages else MembershipRole.MEMBER,
        "starts_on": item["joined"],
        "confirmed_by": ConfirmedBy.ADMINISTRATOR,
    }
    key = {"user": user, "organisation": person.organisation}
    keep(OrganisationMembership, key, values, item, tally)
