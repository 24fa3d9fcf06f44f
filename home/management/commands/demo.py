"""Loading the demo content, and generated pages for measuring."""

from __future__ import annotations

import sys
from getpass import getpass
from time import monotonic
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.demonstration.content import ContentError
from editorial.demonstration.parts import load_parts
from home.demo.accounts import give_password
from home.demo.loading import is_empty, load
from home.demo.scale.clearing import clear
from home.demo.scale.making import make
from home.demo.scale.surroundings import NothingToSpreadOverError

_REBUILD = "The search index does not know yet: run `manage.py search_index rebuild`."


class Command(BaseCommand):
    """``demo load``, ``demo accounts`` and ``demo clear-scale``."""

    help = "Loads the demo content; running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each for loading and for removing the generated pages."""
        actions = parser.add_subparsers(dest="action", required=True)
        loading = actions.add_parser("load", help="load the demo content")
        loading.add_argument("--if-empty", action="store_true", help="only when there is no front page yet")
        loading.add_argument(
            "--scale", type=int, default=0, metavar="N", help="have N generated pages as well, for measuring"
        )
        actions.add_parser("accounts", help="give all invented members one password, and say who they are")
        actions.add_parser("clear-scale", help="remove all generated pages")

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs the chosen action; a mistake ends in one sentence."""
        try:
            if options["action"] == "clear-scale":
                self._clear()
            elif options["action"] == "accounts":
                self._accounts()
            else:
                self._load(if_empty=options["if_empty"])
                self._scale(options["scale"])
        except (ContentError, NothingToSpreadOverError) as problem:
            raise CommandError(str(problem)) from problem

    def _load(self, *, if_empty: bool) -> None:
        if if_empty and not is_empty():
            self.stdout.write("The site has content already: nothing loaded.")
            return
        loaded = load()
        self.stdout.write(f"Pages: {loaded.pages}. Other records: {loaded.records}.")
        for name, tally in load_parts():
            self.stdout.write(f"{name}: {tally}.")

    def _accounts(self) -> None:
        password = getpass("One password for all of them: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip()
        try:
            members = give_password(password)
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        if not members:
            raise CommandError("there are no invented members yet: run `manage.py demo load` first")
        for user in members:
            groups = ", ".join(group.name for group in user.groups.all())
            self.stdout.write(f"{user.email:40} {user.person.role}{f' ({groups})' if groups else ''}")

    def _scale(self, count: int) -> None:
        if count <= 0:
            return
        started = monotonic()
        made = make(count, lambda done: self.stdout.write(f"  {done} generated pages"))
        seconds = monotonic() - started
        if not made:
            self.stdout.write(f"There are {count} generated pages or more already.")
            return
        self.stdout.write(f"{made} generated pages in {seconds:.1f} s: {made / seconds:.0f} a second. {_REBUILD}")

    def _clear(self) -> None:
        cleared = clear()
        self.stdout.write(f"{cleared} generated pages removed." + (f" {_REBUILD}" if cleared else ""))
