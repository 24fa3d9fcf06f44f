"""``manage.py compile_translations``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config.catalogues import compile_catalogues


class Command(BaseCommand):
    """Django's own command needs GNU gettext; this one only Python."""

    help = "Compile the message catalogues that changed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says which files it wrote."""
        for written in compile_catalogues(Path(path) for path in settings.LOCALE_PATHS):
            self.stdout.write(f"{written}")
