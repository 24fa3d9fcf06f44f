"""The demo content of the site and of the Leerlabs, loaded once for all tests of this folder and taken back after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction

from caching import generation


@pytest.fixture(scope="package")
def demo_content(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The demo as `demo load` leaves it; what a test changes is undone after it, the rest after the last."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        from django.conf import settings

        patch.setattr(settings, "MEDIA_ROOT", str(tmp_path_factory.mktemp("media")))
        with transaction.atomic():
            call_command("demo", "load")
            generation.renew()
            yield
            transaction.set_rollback(True)
    generation.renew()


@pytest.fixture
def demo(demo_content, db) -> None:
    """For a test that reads or changes the demo content."""
