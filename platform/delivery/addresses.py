"""Addresses that refuse mail: after a few times running they are spared, for a while."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from delivery.models import MailAddress

#: A refusing address gets another chance after so long.
SPARED_FOR = timedelta(days=30)


def is_broken(address: str) -> bool:
    """Whether mail to this address is not worth trying."""
    return MailAddress.objects.filter(
        address=address.lower(),
        refusals__gte=settings.DELIVERY_REFUSALS_BEFORE_SPARED,
        refused_at__gt=timezone.now() - SPARED_FOR,
    ).exists()


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
