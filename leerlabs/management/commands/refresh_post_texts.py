"""Making the words of all posts anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from leerlabs.labs.post_texts import refresh_all


class Command(BaseCommand):
    """For when the analysis or its word lists changed, or posts were written past the site."""

    help = "Make the searched words of all posts in Leerlabs anew."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many there are."""
        count = refresh_all(lambda done: self.stdout.write(str(done), ending="\r"))
        self.stdout.write(_("%d berichten") % count)
