"""What accounts themselves keep of a person, for :mod:`accounts.own_data`."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from accounts.models import Person, Session, User
from accounts.own_data import ExportedFile
from accounts.profiles import PARTS


def export(user: User) -> Iterator[ExportedFile]:
    """The account, the profile with its photo, and what was asked and decided about them."""
    yield ExportedFile("account.json", _account(user))
    yield ExportedFile("profile.json", _profile(user))
    if user.profile.photo:
        with user.profile.photo.open("rb") as photo:
            yield ExportedFile("photo.jpg", photo.read())
    claims = user.person_claims.values("person__slug", "explanation", "state", "asked_at", "decided_at")
    yield ExportedFile("claims.json", list(claims))
    yield ExportedFile("suspensions.json", list(user.suspensions.values("started_at", "until", "reason")))


def erase(user: User) -> None:
    """What does not go by itself with the account: log lines with the name, half-finished sign-ins, a public record.

    Addresses, second factors, connections, sessions and the profile are deleted with the account's row.
    """
    account_type = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=account_type, object_id=str(user.pk)).delete()
    addresses = {user.email.lower(), *(row.lower() for row in _addresses(user))}
    _forget_unfinished_sign_ins(addresses)
    Person.objects.filter(user=user, email__in=addresses).update(email="")


def _account(user: User) -> dict[str, object]:
    return {
        "email": user.email,
        "other_addresses": [address for address in _addresses(user) if address != user.email],
        "first_name": user.first_name,
        "last_name": user.last_name,
        "member_since": user.date_joined,
        "last_sign_in": user.last_login,
        "groups": list(user.groups.values_list("name", flat=True)),
        "second_factors": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
        "connections": list(
            SocialAccount.objects.filter(user=user).values("provider", "uid", "extra_data", "date_joined")
        ),
        "sessions_until": list(Session.objects.filter(user=user).values_list("expire_date", flat=True)),
    }


def _profile(user: User) -> dict[str, object]:
    profile = user.profile
    return {
        "display_name": profile.display_name,
        "role": profile.role,
        "biography": profile.biography,
        "orcid": profile.orcid,
        "levels": [str(level) for level in profile.levels.all()],
        "themes": [str(theme) for theme in profile.themes.all()],
        "visible_to": {part: getattr(profile, f"{part}_visibility") for part in PARTS},
        "person": getattr(getattr(user, "person", None), "slug", None),
    }


def _addresses(user: User) -> list[str]:
    return list(EmailAddress.objects.filter(user=user).values_list("email", flat=True))


def _forget_unfinished_sign_ins(addresses: set[str]) -> None:
    """Sessions of nobody hold the address that somebody is signing in with; few exist at any moment."""
    unfinished = Session.objects.filter(user__isnull=True)
    for row in unfinished.iterator():
        content = str(row.get_decoded()).lower()
        if any(address in content for address in addresses):
            row.delete()
