"""The day by which an asker hears more: so many working days a state, weekends skipped."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings

_SATURDAY = 5


def promised_day(state: str, start: date) -> date | None:
    """What is promised when a question comes into ``state`` on ``start``; None when nothing is to be expected."""
    days = settings.QUESTION_WORKING_DAYS.get(state)
    return working_days_after(start, days) if days else None


def working_days_after(start: date, days: int) -> date:
    """The day ``days`` working days after ``start``. Public holidays count as working days."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY:
            days -= 1
    return day
