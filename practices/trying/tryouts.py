"""Trying a practice: beginning, giving up, being asked and answering."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

import delivery
from accounts.models import User
from caching import generation
from editorial.publicity import public
from practices.models import Outcome, PracticePage, TryOut
from practices.trying import events
from practices.trying.sums import sums_of
from vocabulary.models import Level

#: Local time of the nightly job that asks whether it helped: read in the morning.
DAILY_AT = time(6, 15)


def begin(user: User, page: PracticePage, level: Level | None) -> TryOut:
    """Note that ``user`` tries this. Who is trying it already goes on with that one."""
    with _renewing(page.pk):
        tryout, _is_new = TryOut.objects.get_or_create(
            user=user, page=page, withdrawn_at=None, answered_at=None, defaults={"level": level}
        )
    return tryout


def withdraw(tryout: TryOut) -> None:
    """Note that it goes no further; nobody asks for it later on."""
    with _renewing(tryout.page_id):
        TryOut.objects.filter(pk=tryout.pk, withdrawn_at=None, answered_at=None).update(withdrawn_at=timezone.now())


def answer(tryout: TryOut, outcome: Outcome, words: str, *, name_visible: bool) -> bool:
    """Keep whether it helped, and let the contributor hear. False when it was answered or withdrawn already."""
    with _renewing(tryout.page_id):
        answered = TryOut.objects.filter(pk=tryout.pk, withdrawn_at=None, answered_at=None).update(
            outcome=outcome, words=words, name_visible=name_visible, answered_at=timezone.now()
        )
        if answered and outcome != Outcome.NOT_TRIED:
            # Without the actor: a member who wants no name shown is not named in the event either.
            delivery.announce(
                events.ANSWERED,
                about=events.target(tryout.page_id),
                actor_id=tryout.user_id if name_visible else None,
                data={"tryout": tryout.pk, "page": tryout.page_id},
                key=f"{events.ANSWERED}:{tryout.pk}",
            )
    return bool(answered)


def ask_whether_it_helped(now: datetime | None = None) -> int:
    """Ask everyone whose time has come, once; how many. The nightly job."""
    now = now or timezone.now()
    due = TryOut.objects.filter(
        started_at__lte=now - timedelta(days=settings.TRYOUT_ASK_AFTER_DAYS),
        asked_at=None,
        withdrawn_at=None,
        answered_at=None,
        user__isnull=False,
        page__in=public(PracticePage.objects.all()),
    )
    asked = 0
    for pk in due.values_list("pk", flat=True):
        with transaction.atomic():
            if TryOut.objects.filter(pk=pk, asked_at=None).update(asked_at=now):
                delivery.announce(events.ASKED, about=f"proef:{pk}", data={"tryout": pk}, key=f"{events.ASKED}:{pk}")
                asked += 1
    return asked


@contextmanager
def _renewing(page_id: int) -> Iterator[None]:
    """Pages kept for visitors are made anew when what they say of this practice becomes another."""
    with transaction.atomic():
        before = sums_of(page_id)
        yield
        if sums_of(page_id) != before:
            generation.renew_on_commit()
