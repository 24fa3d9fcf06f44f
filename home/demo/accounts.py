"""Signing in as one of the invented members, to see the site as they do."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from accounts.models import Person, User


@transaction.atomic
def give_password(password: str) -> list[Person]:
    """Let all invented members sign in with this password; who they are, by name.

    Their addresses count as verified: no mail arrives there. Raises ValidationError for a password that is refused.
    """
    validate_password(password)
    members = Person.objects.filter(is_example=True, user__isnull=False, user__email__endswith="@example.nl")
    members = members.select_related("user").prefetch_related("user__groups").order_by("role", "family_name")
    for person in members:
        assert isinstance(person.user, User)
        person.user.set_password(password)
        person.user.save(update_fields=["password"])
        EmailAddress.objects.get_or_create(
            user=person.user, email=person.user.email, defaults={"verified": True, "primary": True}
        )
    return list(members)
