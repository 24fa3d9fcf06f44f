"""Which digest of a person is due."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from delivery.digest.sources import SINCE_AT_MOST
from delivery.models import DigestRhythm

#: The news of a first digest goes back so far.
FIRST_LOOK_BACK = {DigestRhythm.DAILY: timedelta(days=1), DigestRhythm.WEEKLY: timedelta(days=7)}
#: After a long silence a digest does not go back further.
LONGEST_LOOK_BACK = SINCE_AT_MOST


def period_of(rhythm: DigestRhythm, day: date) -> str:
    """The name of the period that this day lies in: "2026-11-23", "2026-W48"."""
    if rhythm == DigestRhythm.DAILY:
        return day.isoformat()
    year, week, _weekday = day.isocalendar()
    return f"{year}-W{week:02}"


def begins_at(rhythm: DigestRhythm, day: date) -> datetime:
    """When the period of this day begins, local time."""
    first = day if rhythm == DigestRhythm.DAILY else day - timedelta(days=day.weekday())
    return datetime.combine(first, time(), tzinfo=timezone.get_default_timezone())


def is_due(rhythm: DigestRhythm, day: date, joined: datetime, last: datetime | None) -> bool:
    """Whether somebody who joined then and whose last digest was looked at then is to get one on this day.

    A Monday on which the site was away is made up for on Tuesday; who joins or changes rhythm in the middle of
    a week waits for its end.
    """
    begin = begins_at(rhythm, day)
    return joined < begin and (last is None or last < begin)


def news_since(rhythm: DigestRhythm, now: datetime, last: datetime | None) -> datetime:
    """From when on the news counts: since the last digest, within bounds."""
    if last is None:
        return now - FIRST_LOOK_BACK[rhythm]
    return max(last, now - LONGEST_LOOK_BACK)
