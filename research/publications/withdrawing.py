"""Withdrawing a publication: out of every list and search, its files closed, its address telling what it was and why.

A withdrawn page is one that is not public any more, so that all rooms leave it out by themselves. Its own address, and
those of its versions, answer 410 (gone) with the citation and the reason instead of 404.
"""

from __future__ import annotations

from django.utils import timezone

from caching import generation
from research.models import InsightPage


def withdraw_if_asked(page: InsightPage) -> bool:
    """Withdraw a page that was published just now with a day of withdrawal; whether that was so.

    A day to come waits: :func:`withdraw_what_is_due` does it then.
    """
    if page.withdrawn_on is None or page.withdrawn_on > timezone.localdate():
        return False
    page.unpublish(commit=True, log_action=True)
    generation.renew_on_commit()
    return True


def withdraw_what_is_due() -> int:
    """Withdraw the public pages whose day has come; how many."""
    due = InsightPage.objects.filter(live=True, withdrawn_on__lte=timezone.localdate())
    return sum(withdraw_if_asked(page) for page in due)


def is_withdrawn(page: InsightPage) -> bool:
    """Whether the address of this page shows a notice instead of the page; a draft never shown tells nothing."""
    if page.live or page.first_published_at is None or page.withdrawn_on is None:
        return False
    return page.withdrawn_on <= timezone.localdate()
