"""What the page of a practice says of all who tried it: numbers only, and none about few."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Q

from practices.models import Outcome, TryOut


@dataclass(frozen=True, slots=True)
class Sums:
    """How many tried it and what they say. None where it would be about fewer people than the minimum."""

    tried: int | None
    answered: int | None
    helped: int
    partly: int
    not_helped: int


def sums_of(page_id: int) -> Sums:
    """The sums of one practice; one query. Who did not get round to it counts as nobody."""
    counts = TryOut.objects.filter(page_id=page_id, withdrawn_at=None).aggregate(
        tried=Count("pk", filter=~Q(outcome=Outcome.NOT_TRIED)),
        yes=Count("pk", filter=Q(outcome=Outcome.YES)),
        partly=Count("pk", filter=Q(outcome=Outcome.PARTLY)),
        no=Count("pk", filter=Q(outcome=Outcome.NO)),
    )
    answered = counts["yes"] + counts["partly"] + counts["no"]
    if answered < settings.TRYOUT_MINIMUM_SHOWN:
        return Sums(_unless_few(counts["tried"]), None, 0, 0, 0)
    return Sums(_unless_few(counts["tried"]), answered, counts["yes"], counts["partly"], counts["no"])


def _unless_few(number: int) -> int | None:
    return number if number >= settings.TRYOUT_MINIMUM_SHOWN else None
