"""Loading the demo content, and generated pages for measuring."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo.content import ContentError
from home.demo.loading import is_empty, load


class Command(BaseCommand):
    """``demo load`` and ``demo clear-scale``."""

    help = "Loads the demo content; running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each for loading and for removing the generated pages."""
        actions = parser.add_subparsers(dest="action", required=True)
        loading = actions.add_parser("load", help="load the demo content")
        loading.add_argument(
            "--if-empty", action="store_true", help="only when the site has no front page yet"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs the chosen action."""
        if options["action"] == "load":
            self._load(if_empty=options["if_empty"])

    def _load(self, *, if_empty: bool) -> None:
        if if_empty and not is_empty():
            self.stdout.write("The site has content already: nothing loaded.")
            return
        try:
            loaded = load()
        except ContentError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Pages: {loaded.pages}. Other records: {loaded.records}.")
