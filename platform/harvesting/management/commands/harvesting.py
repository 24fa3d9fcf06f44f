"""``manage.py harvesting``: put the records for machines right, and say how they stand."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from harvesting.mending import mend
from harvesting.models import PublicRecord
from harvesting.numbering import latest


class Command(BaseCommand):
    """One verb each: what is done, in words and numbers, on the screen."""

    help = "mend: compare every page with its record and put right what differs. status: how many there are."

    def add_arguments(self, parser: CommandParser) -> None:
        """The verb."""
        parser.add_argument("action", choices=("mend", "status"))

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it."""
        if action == "mend":
            done = mend()
            self.stdout.write(f"{done.made} records made, {done.renewed} renewed, {done.deleted} marked deleted.")
        else:
            sequence, moment = latest()
            gone = PublicRecord.objects.exclude(deleted_at=None).count()
            self.stdout.write(f"{PublicRecord.objects.count()} records, {gone} of them deleted.")
            self.stdout.write(f"Last change: number {sequence}, {moment.isoformat() if moment else 'never'}.")
