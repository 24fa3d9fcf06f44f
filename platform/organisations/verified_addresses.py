"""The addresses of which somebody has shown that they are theirs."""

from __future__ import annotations

from accounts.models import User


def verified_addresses(user: User) -> frozenset[str]:
    """In lower case; one query. An address that nobody verified is not among them, not even that of the account."""
    from allauth.account.models import EmailAddress

    rows = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in rows)
