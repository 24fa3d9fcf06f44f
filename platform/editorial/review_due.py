"""Readers hear on the day itself that a page should have been looked at: kept pages are made anew."""

from __future__ import annotations

from datetime import time

from caching.generation import renew_on_commit
from editorial.review import become_due

#: Just after the day has changed.
DAILY_AT = time(0, 5)


def renew_what_became_due() -> bool:
    """The job of the schedule; whether there was anything. A night without any leaves what is kept alone."""
    due = become_due()
    if due:
        renew_on_commit()
    return due
