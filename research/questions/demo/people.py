"""Invented people: accounts that nobody can sign in with, marked as examples, who get no mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from django.contrib.auth.models import Group

from accounts.models import Person, Profile, User, Visibility
from delivery.models import DigestRhythm, MailMoment, Preferences
from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rows import Tally, keep

MARK = "(voorbeeld)"
_JOINED = date(2026, 1, 12)


@dataclass(frozen=True, slots=True)
class Example:
    """An invented member and the record that content points at."""

    user: User
    person: Person


def load_person(item: Item, tally: Tally) -> Example:
    """The account, its profile and the public record."""
    given, family = item["given"], item["family"]
    email = f"{item['slug']}@example.nl"
    known = User.objects.filter(email=email).first()
    password = known.password if known else _no_password()
    values = {
        "uuid": stable_uuid("member", item["slug"]),
        "first_name": given,
        "last_name": f"{family} {MARK}",
        "date_joined": at_clock(_JOINED, time(9, 0)),
        "password": password,
    }
    user = keep(User, {"email": email}, values, item, tally)
    shown = {
        "display_name": f"{given} {family} {MARK}",
        "role": item["role"],
        "biography": item["biography"],
        "role_visibility": Visibility.EVERYONE,
        "biography_visibility": Visibility.EVERYONE,
        "display_name_visibility": Visibility.EVERYONE,
    }
    keep(Profile, {"user": user}, shown, item, tally)
    quiet = {"notifications_by_mail": MailMoment.NEVER, "digest": DigestRhythm.NONE}
    keep(Preferences, {"user": user}, quiet, item, tally)
    record = {
        "given_name": given,
        "family_name": family,
        "role": item["role"],
        "biography": item["biography"],
        "is_example": True,
        "user": user,
    }
    person = keep(Person, {"slug": item["slug"]}, record, item, tally)
    if group := item.get("group"):
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    item.check_all_read()
    return Example(user, person)


def _no_password() -> str:
    user = User()
    user.set_unusable_password()
    return user.password
