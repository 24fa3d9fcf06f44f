"""``manage.py load_vocabulary``: levels, subjects, audiences and regions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from vocabulary.loading import load_terms


class Command(BaseCommand):
    """Adds the controlled terms that every site starts with; what is there already stays as it is."""

    help = "Add levels, subjects, audiences and regions. Safe to run again: existing terms are left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what happened."""
        loaded = load_terms()
        if options["verbosity"]:
            self.stdout.write(f"{loaded.made} terms added, {loaded.kept} were there already.")
