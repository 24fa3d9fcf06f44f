"""Bring the English catalogue up to date with the texts in the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.message_extraction import collect


class Command(BaseCommand):
    """Collects texts into locale/en; says how many wait for a translation."""

    help = "Collect the texts of code and templates into the English catalogue."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect and report."""
        po_file = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"
        total, missing = collect(Path(settings.BASE_DIR), po_file)
        self.stdout.write(f"{total} texts, {missing} without English.")
