"""The steps of a mail, each by compare-and-set in a transaction of its own.

``waiting`` → ``claimed`` → ``handing over`` → ``sent``. A step asks for the state before it and for the worker
that made it, so that a worker which was taken for dead and comes back changes nothing that another did since.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from delivery.models import MailState, OutgoingMail
from tasks import heartbeat

#: Waiting time after a first refusal "not now"; four times as long after each one more, up to the longest.
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)


def wait_before_next(attempts: int) -> timedelta:
    """How long a mail waits after so many attempts."""
    return min(FIRST_WAIT * 4 ** min(max(attempts - 1, 0), 10), LONGEST_WAIT)


def claim(worker_id: str, most: int) -> list[OutgoingMail]:
    """The mails that go first, from now on this worker's."""
    ready = OutgoingMail.objects.filter(state=MailState.WAITING, not_before__lte=timezone.now())
    # A plain read first: an idle worker takes no lock.
    if not ready.exists():
        return []
    if connection.features.has_select_for_update_skip_locked:
        ready = ready.select_for_update(skip_locked=True)
    with transaction.atomic():
        ids = list(ready.order_by("kind", "not_before", "pk").values_list("pk", flat=True)[:most])
        OutgoingMail.objects.filter(pk__in=ids, state=MailState.WAITING).update(
            state=MailState.CLAIMED, worker_id=worker_id, claimed_at=timezone.now()
        )
    mine = OutgoingMail.objects.filter(pk__in=ids, state=MailState.CLAIMED, worker_id=worker_id)
    return list(mine.select_related("event", "digest").order_by("kind", "not_before", "pk"))


def begin_handing_over(mail: OutgoingMail) -> bool:
    """The mail server is about to get it: from here on it is never tried again by itself. False when it is not ours."""
    return _step(mail, (MailState.CLAIMED,), state=MailState.HANDING_OVER, attempts=F("attempts") + 1)


def sent(mail: OutgoingMail) -> bool:
    """The mail server took it; also when this worker was taken for dead meanwhile."""
    return _settle(mail, (MailState.HANDING_OVER, MailState.UNCERTAIN), MailState.SENT, "")


def failed(mail: OutgoingMail, why: str) -> bool:
    """It cannot be sent, now or ever."""
    before = (MailState.CLAIMED, MailState.HANDING_OVER, MailState.UNCERTAIN)
    return _settle(mail, before, MailState.FAILED, why)


def dropped(mail: OutgoingMail, why: str) -> bool:
    """It need not be sent any more."""
    return _settle(mail, (MailState.CLAIMED,), MailState.DROPPED, why)


def uncertain(mail: OutgoingMail, why: str) -> bool:
    """The mail server was given it and did not answer: somebody decides, or nobody."""
    return _settle(mail, (MailState.HANDING_OVER,), MailState.UNCERTAIN, why)


def postpone(mail: OutgoingMail, why: str) -> bool:
    """It did not arrive and may later; given up when it has waited too long."""
    attempts = mail.attempts + 1
    if mail.created_at < timezone.now() - timedelta(days=settings.DELIVERY_GIVE_UP_DAYS):
        return failed(mail, why)
    return _step(
        mail,
        (MailState.CLAIMED, MailState.HANDING_OVER),
        state=MailState.WAITING,
        attempts=attempts,
        not_before=timezone.now() + wait_before_next(attempts),
        note=why[:300],
        worker_id="",
    )


def release(mails: Iterable[OutgoingMail]) -> int:
    """Give back what was claimed and not begun, because the mail server is away or the worker ends."""
    by_worker: dict[str, list[int]] = {}
    for mail in mails:
        by_worker.setdefault(mail.worker_id, []).append(mail.pk)
    return sum(
        OutgoingMail.objects.filter(pk__in=ids, worker_id=worker_id, state=MailState.CLAIMED).update(
            state=MailState.WAITING, worker_id=""
        )
        for worker_id, ids in by_worker.items()
    )


def take_back_lost(lost_after: timedelta = heartbeat.LOST_AFTER) -> int:
    """Take mails from workers that died: what was only claimed waits again, what was being handed over is uncertain.

    How many were taken back.
    """
    limit = timezone.now() - lost_after
    in_hand = OutgoingMail.objects.filter(
        state__in=(MailState.CLAIMED, MailState.HANDING_OVER), claimed_at__lt=limit
    ).exclude(worker_id__in=heartbeat.alive(lost_after))
    ids = list(in_hand.values_list("pk", flat=True))
    if not ids:
        return 0
    lost = in_hand.filter(pk__in=ids)
    with transaction.atomic():
        unsure = lost.filter(state=MailState.HANDING_OVER).update(
            state=MailState.UNCERTAIN,
            settled_at=timezone.now(),
            note=_("het proces viel weg terwijl de mail werd overgedragen"),
        )
        again = lost.filter(state=MailState.CLAIMED).update(state=MailState.WAITING, worker_id="")
    return unsure + again


def _settle(mail: OutgoingMail, before: tuple[MailState, ...], state: MailState, note: str) -> bool:
    """The end of a mail. What only it held is wiped, unless somebody still decides over it."""
    at: datetime = timezone.now()
    wiped = {} if state in {MailState.UNCERTAIN, MailState.FAILED} else {"text": "", "html": ""}
    return _step(mail, before, state=state, settled_at=at, note=note[:300], **wiped)


def _step(mail: OutgoingMail, before: tuple[MailState, ...], **fields: Any) -> bool:
    mine = OutgoingMail.objects.filter(pk=mail.pk, worker_id=mail.worker_id, state__in=before)
    return bool(mine.update(**fields))


def again(*, ids: Iterable[int] = (), state: str | None = None) -> int:
    """Let mails wait again that failed or are uncertain: these, or all of a state. A decision of a person.

    An uncertain mail keeps its Message-ID: a mailbox that has it already can see that it is the same.
    """
    undecided = OutgoingMail.objects.filter(state__in=(MailState.FAILED, MailState.UNCERTAIN))
    chosen = undecided.filter(state=state) if state else undecided.filter(pk__in=list(ids))
    return chosen.update(
        state=MailState.WAITING, worker_id="", settled_at=None, not_before=timezone.now(), created_at=timezone.now()
    )
