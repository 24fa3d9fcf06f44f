"""The demo content in a database, for as long as it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.test import override_settings

from caching import generation
from home.demo.loading import load


@contextmanager
def demo_content(folder: Path) -> Iterator[None]:
    """What ``manage.py demo load`` leaves, with media and locks in ``folder``; taken back at the end."""
    try:
        with (
            override_settings(MEDIA_ROOT=str(folder / "media"), DATA_DIR=folder / "data"),
            transaction.atomic(),
        ):
            load()
            generation.renew()
            yield
            transaction.set_rollback(True)
    finally:
        generation.renew()
