"""``manage.py prepare``: everything that has to be in place before the site is served."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config import preparation


class Command(BaseCommand):
    """Also what an upgrade takes. Running it again is quick and keeps all data."""

    help = "Compile translations, collect static files, migrate the database, build a missing search index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="fill an empty site with the demo content")
        parser.add_argument(
            "--files", action="store_true", help="translations and static files only; needs no database"
        )

    def handle(self, *, demo: bool, files: bool, **options: Any) -> None:
        """Says what it is doing, because the first time takes a while."""
        steps = [("Translations", preparation.translations)]
        if not files:
            steps.append(("Database", preparation.database))
            if demo:
                steps.append(("Demo content", preparation.demo_content))
            steps.append(("Records for machines", preparation.public_records))
            steps.append(("Search index", preparation.search_index))
        steps.append(("Static files", preparation.static_files))
        for name, step in steps:
            self.stdout.write(f"{name} …")
            self.stdout.flush()
            if done := step():
                self.stdout.write(f"{name}: {done}.")
