"""``manage.py delivery``: the worker that sends mail, and what there is to know and decide about mail."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from delivery.models import MailAddress, MailState, OutgoingMail
from delivery.sending import states
from delivery.sending.worker import MailWorker, send_waiting
from delivery.status import status
from tasks import heartbeat

_SHOWN = 20


class Command(BaseCommand):
    """One verb each."""

    help = (
        "work: send mail until SIGTERM or Ctrl-C. send: send what waits and end. status: what waits, what went "
        "wrong. again: let mails that failed, or of which nobody knows whether they arrived, wait once more "
        "(--state or ids). mend ADDRESS: mail an address again that refused."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The verb and what it is about."""
        parser.add_argument("action", choices=("work", "send", "status", "again", "mend"))
        parser.add_argument("what", nargs="*", help="again: numbers of mails; mend: addresses")
        parser.add_argument("--state", choices=(MailState.FAILED.value, MailState.UNCERTAIN.value))
        parser.add_argument(
            "--lost-after",
            type=float,
            default=heartbeat.LOST_AFTER.total_seconds(),
            metavar="SECONDS",
            help="after so long without a sign of life a worker's mails go to another (default: %(default)g)",
        )

    def handle(self, *, action: str, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{action}")(**options)

    def _work(self, *, lost_after: float, **options: Any) -> None:
        stop = threading.Event()
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, lambda *_: stop.set())
        MailWorker(stop, timedelta(seconds=lost_after)).run()

    def _send(self, **options: Any) -> None:
        outcome = send_waiting()
        self.stdout.write(f"{outcome.sent} sent, {outcome.not_sent} not.")
        if outcome.server_away:
            raise CommandError(f"The mail server is away: {outcome.server_away}")

    def _status(self, **options: Any) -> None:
        now = status()
        for state, number in now.counts.items():
            self.stdout.write(f"{state}: {number}")
        if now.oldest_waiting:
            self.stdout.write(f"the oldest waits for {timezone.now() - now.oldest_waiting}".partition(".")[0])
        self.stdout.write(f"events that nobody was told of yet: {now.untold_events}")
        self.stdout.write(f"addresses that refuse: {MailAddress.objects.count()}")
        wrong = OutgoingMail.objects.filter(state__in=(MailState.FAILED, MailState.UNCERTAIN))
        for mail in wrong.order_by("-pk")[:_SHOWN]:
            self.stdout.write(f"  {mail.pk} {mail.state} {mail.key}: {mail.note}")

    def _again(self, *, what: list[str], state: str | None, **options: Any) -> None:
        if bool(what) == bool(state):
            raise CommandError("Say which: numbers of mails, or --state.")
        if not all(number.isdecimal() for number in what):
            raise CommandError("Mails are said by their numbers; `delivery status` shows them.")
        number = states.again(ids=[int(number) for number in what], state=state)
        self.stdout.write(f"{number} mails wait again.")

    def _mend(self, *, what: list[str], **options: Any) -> None:
        gone, _rows = MailAddress.objects.filter(address__in=[address.lower() for address in what]).delete()
        self.stdout.write(f"{gone} addresses get mail again.")
