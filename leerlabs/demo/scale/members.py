"""Generated members, and the Leerlabs in which they take part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from accounts.models import Profile, Role, User
from editorial.demonstration.identity import at_clock, stable_uuid
from leerlabs.demo.labs import OPENED
from leerlabs.demo.scale.sizes import LABS
from leerlabs.models import LeerlabMembership, LeerlabPage, MemberRole

MAIL_DOMAIN = "schaal.example.nl"
BATCH = 2_000
_FIRST_NAMES = ("Aaltje", "Bilal", "Corrie", "Daan", "Esra", "Femke", "Gijs", "Hülya", "Ids", "Jolien", "Kees", "Lotte")
_LAST_NAMES = ("Akkerhuis", "Boomstra", "Cetinkaya", "Draaijer", "Elzenga", "Faber", "Groothedde", "Haddad", "Ibelings")


def make_members(count: int) -> list[int]:
    """So many accounts with profiles, in order; nobody can sign in with them."""
    User.objects.bulk_create(_users(count), batch_size=BATCH)
    keys = dict(User.objects.filter(email__endswith=f"@{MAIL_DOMAIN}").values_list("email", "pk"))
    ordered = [keys[email_of(number)] for number in range(count)]
    roles = list(Role)
    Profile.objects.bulk_create(
        (
            Profile(user_id=key, display_name=f"{_name(number)} (gegenereerd)", role=roles[number % len(roles)])
            for number, key in enumerate(ordered)
        ),
        batch_size=BATCH,
    )
    return ordered


def let_in(labs: list[LeerlabPage], user_ids: list[int]) -> None:
    """Everybody in the first Leerlab, and in one of the others; the first of each leads it."""
    rows = [_membership(labs[0], user_id, number == 0) for number, user_id in enumerate(user_ids)]
    rows += [
        _membership(labs[1 + number % (LABS - 1)], user_id, number < LABS - 1)
        for number, user_id in enumerate(user_ids)
    ]
    LeerlabMembership.objects.bulk_create(rows, batch_size=BATCH)


def _membership(lab: LeerlabPage, user_id: int, leads: bool) -> LeerlabMembership:
    role = MemberRole.HOST if leads else MemberRole.MEMBER
    return LeerlabMembership(leerlab=lab, user_id=user_id, role=role, joined_at=at_clock(OPENED, time(9, 0)))


def _users(count: int) -> Iterator[User]:
    for number in range(count):
        first, _, last = _name(number).partition(" ")
        yield User(
            email=email_of(number),
            uuid=stable_uuid("generated member", number),
            first_name=first,
            last_name=last,
            password=f"{UNUSABLE_PASSWORD_PREFIX}{number}",
            date_joined=at_clock(OPENED, time(9, 0)),
        )


def email_of(number: int) -> str:
    """The address of the generated member with this number."""
    return f"lid-{number:06}@{MAIL_DOMAIN}"


def _name(number: int) -> str:
    return f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {_LAST_NAMES[number // 5 % len(_LAST_NAMES)]}"
