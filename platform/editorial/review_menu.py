"""Whom the pages that are to be looked at concern: their place in the menu of one's own account."""

from __future__ import annotations

from django.db.models import Value
from wagtail.models import Page

from accounts.models import Person, User


def looks_after_pages(user: User) -> bool:
    """Whether a published page is theirs, or may be: made by them, or with them on record as somebody to ask.

    One query that two indexes answer, since every page of the account asks.
    """
    known = Person.objects.filter(user=user).values_list(Value(1))
    return Page.objects.filter(owner=user, live=True).order_by().values_list(Value(1)).union(known).exists()
