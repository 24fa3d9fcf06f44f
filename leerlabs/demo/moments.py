"""When posts were written: the same on every load, on days and at hours at which people write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_number

_FIRST, _LAST = time(7, 15), time(22, 0)
_SATURDAY = 5
_SHORTEST, _SPREAD = 25, 20 * 60  # minutes


def moments_of(thread: Item, key: str) -> Iterator[datetime]:
    """When each post of the thread was written: the first as the file says, the others some time later."""
    begins: datetime = thread["begins"]
    moment = at_clock(begins.date(), begins.time())
    yield moment
    for number, post in enumerate(thread["posts"][1:], start=2):
        moment = _later(moment, post.get("after_days", 0), f"{key}/{number}")
        yield moment


def _later(moment: datetime, days: int, key: str) -> datetime:
    number = stable_number(key, "moment")
    if days:
        day = moment.date() + timedelta(days=days)
        while day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        return at_clock(day, time(8 + number % 12, number // 12 % 60))
    later = moment + timedelta(minutes=_SHORTEST + number % _SPREAD)
    if _FIRST <= later.time() <= _LAST:
        return later
    morning = later.date() if later.time() < _FIRST else later.date() + timedelta(days=1)
    return at_clock(morning, time(7, 20 + number % 35))
