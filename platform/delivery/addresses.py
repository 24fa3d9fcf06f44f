"""Addresses that refuse mail: after a few times running they are spared, for a while."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from delivery.models import MailAddress

#: A refusing address gets another chance after so long.
SPARED_FOR = timedelta(days=30)


def known_refusals(addresses: Iterable[str]) -> dict[str, bool]:
    """Of these addresses those that refused, in lower case, and whether mail to them is not worth trying."""
    rows = MailAddress.objects.filter(address__in={address.lower() for address in addresses})
    enough, since = settings.DELIVERY_REFUSALS_BEFORE_SPARED, timezone.now() - SPARED_FOR
    return {row.address: row.refusals >= enough and row.refused_at > since for row in rows}


def note_refusal(address: str, answer: str) -> None:
    """The mail server refused this very address for good."""
    now = timezone.now()
    row, is_new = MailAddress.objects.get_or_create(
        address=address.lower(), defaults={"refusals": 1, "refused_at": now, "answer": answer[:300]}
    )
    if not is_new:
        MailAddress.objects.filter(pk=row.pk).update(refusals=F("refusals") + 1, refused_at=now, answer=answer[:300])


def note_accepted(address: str) -> None:
    """It takes mail: what was is forgotten."""
    MailAddress.objects.filter(address=address.lower()).delete()
