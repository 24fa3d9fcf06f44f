"""``manage.py load_editions``: the sources that figures of interventions come from."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from practices.editions import load_editions


class Command(BaseCommand):
    """Adds the editions of the menukaart and the toolkit; what is there already stays as it is."""

    help = "Add the editions of sources of figures. Safe to run again: existing editions are left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what happened."""
        added = load_editions()
        if options["verbosity"]:
            self.stdout.write(f"{added} editions added.")
