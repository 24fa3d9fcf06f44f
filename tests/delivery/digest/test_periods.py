"""When a digest is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from delivery.digest.periods import is_due, news_since, period_of
from delivery.models import DigestRhythm

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("rhythm", "day", "period"),
    [
        ("daily", MONDAY, "2026-11-23"),
        ("weekly", MONDAY, "2026-W48"),
        ("weekly", SUNDAY, "2026-W48"),
        ("weekly", date(2026, 12, 31), "2026-W53"),
        ("weekly", date(2027, 1, 1), "2026-W53"),
    ],
)
def test_a_period_has_a_name(rhythm, day, period):
    assert period_of(DigestRhythm(rhythm), day) == period


@pytest.mark.parametrize(
    ("rhythm", "day", "joined", "last", "due"),
    [
        ("weekly", MONDAY, LONG_AGO, None, True),
        ("weekly", MONDAY, LONG_AGO, utc("2026-11-16T06:00"), True),
        ("weekly", TUESDAY, LONG_AGO, utc("2026-11-16T06:00"), True),  # Monday was missed
        ("weekly", TUESDAY, LONG_AGO, utc("2026-11-23T06:00"), False),
        ("weekly", SUNDAY, utc("2026-11-25T12:00"), None, False),  # joined in this week
        ("weekly", SUNDAY, LONG_AGO, utc("2026-11-26T06:00"), False),  # was daily until Thursday
        ("daily", TUESDAY, LONG_AGO, utc("2026-11-23T06:00"), True),
        ("daily", TUESDAY, LONG_AGO, utc("2026-11-24T05:00"), False),
        ("daily", TUESDAY, utc("2026-11-24T05:00"), None, False),
        ("daily", TUESDAY, LONG_AGO, utc("2026-11-23T22:30"), True),  # still Monday in Amsterdam? 23:30: yes
        ("daily", TUESDAY, LONG_AGO, utc("2026-11-23T23:30"), False),  # 00:30 on Tuesday
    ],
)
def test_a_digest_is_due_once_a_period(rhythm, day, joined, last, due):
    assert is_due(DigestRhythm(rhythm), day, joined, last) is due


@pytest.mark.parametrize(
    ("rhythm", "last", "since"),
    [
        ("weekly", None, timedelta(days=7)),
        ("daily", None, timedelta(days=1)),
        ("weekly", timedelta(days=8), timedelta(days=8)),
        ("daily", timedelta(days=90), timedelta(days=14)),
    ],
)
def test_news_counts_since_the_last_digest_within_bounds(rhythm, last, since):
    now = utc("2026-11-23T06:00")

    assert now - news_since(DigestRhythm(rhythm), now, now - last if last else None) == since
