"""Identifiers and dates that come out the same on every load."""

from __future__ import annotations

import hashlib
import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

#: Any fixed UUID will do; it keeps ours apart from what others derive from the same words.
_NAMESPACE = uuid.UUID("5f0c9a3e-6a57-5d0a-9a0e-1d6c4b7e2f10")
_SATURDAY = 5
_NETHERLANDS = ZoneInfo("Europe/Amsterdam")


def stable_uuid(*parts: object) -> uuid.UUID:
    """The same UUID for the same words, on every machine."""
    return uuid.uuid5(_NAMESPACE, "/".join(map(str, parts)))


def stable_number(*parts: object) -> int:
    """A whole number below 2⁶⁴, the same for the same words; spread evenly."""
    return int.from_bytes(hashlib.sha256("/".join(map(str, parts)).encode()).digest()[:8])


def at_clock(day: date, clock: time) -> datetime:
    """That time of that day on the clock in the Netherlands."""
    return datetime.combine(day, clock, tzinfo=_NETHERLANDS)


def working_moment(key: str, first: date, last: date) -> datetime:
    """A moment in office hours on a working day from ``first`` to ``last``, the same for the same ``key``."""
    span = max((last - first).days, 0)
    day = first + timedelta(days=stable_number(key, "day") % (span + 1))
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    minutes = stable_number(key, "minutes") % (8 * 60)
    return at_clock(day, time(8 + minutes // 60, minutes % 60))
