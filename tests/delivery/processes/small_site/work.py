"""What happens on the small site."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django_tasks import task

from delivery.digest import DigestItem
from delivery.kinds import Kind, Message, Reason
from delivery.models import Event, MailState, OutgoingMail
from tests.delivery.processes.small_site.models import Member


def _everybody(event: Event) -> Iterable[Reason]:
    ids = Member.objects.order_by("pk").values_list("pk", flat=True)
    return [Reason(user_id, "Je bent lid.", concerned=True) for user_id in ids]


MAILING = Kind("mailing", _everybody, lambda event, user: True, lambda event, user: Message("Nieuws", "Tekst", "/"))


def make_members(number: int) -> None:
    """So many accounts: lid0@example.nl and on."""
    Member.objects.bulk_create(Member(email=f"lid{each}@example.nl") for each in range(number))


def news(user: Any, since: datetime) -> Iterator[DigestItem]:
    """One thing for everybody; slowly when ``SECONDS_A_SOURCE`` says so. Leaves a trace."""
    if folder := os.environ.get("TRACES"):
        (Path(folder) / "digest-begun").touch()
    time.sleep(float(os.environ.get("SECONDS_A_SOURCE", "0")))
    yield DigestItem("news", "Nieuws", "/")


@task()
def leave_trace() -> None:
    """A task of the ordinary queue."""
    (Path(os.environ["TRACES"]) / "ordinary-task").touch()


@task(queue_name="mail")
def leave_mail_trace() -> None:
    """A task of the queue in which events are told."""
    (Path(os.environ["TRACES"]) / "mail-task").touch()


def forget_what_was_begun() -> None:
    """For the control: a mail is noted as sent afterwards, and nothing is noted before."""
    from delivery.sending import states

    def sent(mail: OutgoingMail) -> bool:
        return bool(OutgoingMail.objects.filter(pk=mail.pk).update(state=MailState.SENT))

    states.begin_handing_over = lambda mail: True
    states.sent = sent
