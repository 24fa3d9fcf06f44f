"""``manage.py move_database FILE``: from SQLite to the database of ``DATABASE_URL``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from caching.generation import renew
from config.moving import CannotMoveError, take_over


class Command(BaseCommand):
    """While the site stands still; the file stays as it is."""

    help = "Fill the empty, migrated database of DATABASE_URL with all rows of an SQLite file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the SQLite database, such as var/db.sqlite3")

    def handle(self, *, file: Path, **options: Any) -> None:
        """Raises CommandError, in one sentence, when the two do not fit."""
        try:
            rows = take_over(file)
        except CannotMoveError as problem:
            raise CommandError(str(problem)) from problem
        renew()
        self.stdout.write(f"{rows} rows moved.")
