"""Whom the pages that are to be looked at concern: their place in the menu of one's own account."""

from __future__ import annotations

from wagtail.models import Page

from accounts.models import Person, User


def looks_after_pages(user: User) -> bool:
    """Whether a published page is theirs, or may be: made by them, or with them on record as somebody to ask.

    At most two queries that an index answers, since every page of the account asks.
    """
    return Person.objects.filter(user=user).exists() or Page.objects.filter(owner=user, live=True).exists()
