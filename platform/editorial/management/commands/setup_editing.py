"""``manage.py setup_editing``: the groups of editors and their workflow."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from editorial import groups


class Command(BaseCommand):
    """The same runs after every migration."""

    help = "Make the groups of editors and their workflow, and give each group the rights that it lacks."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up, and say which groups there are."""
        groups.set_up()
        if options["verbosity"]:
            self.stdout.write(", ".join(plan.name for plan in groups.GROUPS))
