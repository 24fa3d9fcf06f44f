"""Drafts on the server: an older one never takes the place of a newer one."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from leerlabs.models import Draft, LeerlabPage, Post, Thread

#: A draft that was posted or thrown away stays this long, so that a late autosave does not bring it back.
EMPTY_STAYS = timedelta(days=2)


def place_of(target: LeerlabPage | Thread | Post) -> str:
    """The name of the form in which one replies, starts a thread, or changes a post."""
    kinds = {LeerlabPage: "leerlab", Thread: "thread", Post: "post"}
    return f"{kinds[type(target)]}:{target.pk}"


def save(user: User, place: str, *, version: int, source: str, title: str = "") -> Draft:
    """Keep the draft if ``version`` is higher than what is kept; the draft that is kept now.

    The row is made first and then only ever changed under the condition that it is older, so that two savings at
    once leave the newer one, in whatever order they arrive.
    """
    with transaction.atomic():
        Draft.objects.bulk_create([Draft(user=user, place=place)], ignore_conflicts=True)
        Draft.objects.filter(user=user, place=place, version__lt=version).update(
            version=version, source=source, title=title, updated_at=timezone.now()
        )
        return Draft.objects.get(user=user, place=place)


def empty(user: User, place: str, version: int) -> None:
    """The text was posted or thrown away: savings up to ``version`` that are still on their way come too late."""
    drafts = Draft.objects.filter(user=user, place=place)
    drafts.filter(version__lt=version).update(version=version)
    drafts.filter(version__lte=max(version, 0)).update(source="", title="", updated_at=timezone.now())


def clean_up(now: datetime | None = None) -> int:
    """Remove empty drafts of some days ago; how many."""
    too_old = (now or timezone.now()) - EMPTY_STAYS
    return Draft.objects.filter(source="", title="", updated_at__lt=too_old).delete()[0]
