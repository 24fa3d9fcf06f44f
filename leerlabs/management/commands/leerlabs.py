"""Generated Leerlabs, for measuring."""

from __future__ import annotations

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from leerlabs.demo.scale.making import NoOverviewError, make
from leerlabs.demo.scale.sizes import Sizes


class Command(BaseCommand):
    """``leerlabs scale``."""

    help = "Makes Leerlabs with many members, threads and posts, for measuring."

    def add_arguments(self, parser: CommandParser) -> None:
        """What is to be made."""
        actions = parser.add_subparsers(dest="action", required=True)
        scale = actions.add_parser("scale", help="make generated Leerlabs; the demo content has to be there")
        scale.add_argument("--posts", type=int, default=200_000)
        scale.add_argument("--threads", type=int, default=20_000)
        scale.add_argument("--members", type=int, default=5_000)

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes them; a mistake ends in one sentence."""
        started = monotonic()
        try:
            made = make(Sizes(options["posts"], options["threads"], options["members"]))
        except (NoOverviewError, ValueError) as problem:
            raise CommandError(str(problem)) from problem
        if not made:
            self.stdout.write("There are generated Leerlabs already: nothing made.")
            return
        self.stdout.write(f"{options['posts']} generated posts in {monotonic() - started:.1f} s.")
