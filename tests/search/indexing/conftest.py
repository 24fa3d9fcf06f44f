"""A site whose pages can be found, with a data directory of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from search.models import IndexOutboxEntry
from tests.search.indexing.site_pages import plain_pages_findable


@pytest.fixture(autouse=True)
def own_data_directory(settings: Settings, tmp_path: Path) -> Path:
    """Locks and spools of this test alone."""
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path / "data"


@pytest.fixture
def site(db: None) -> Iterator[None]:
    """A site with a front page and nothing else, and an outbox that starts empty."""
    with plain_pages_findable():
        IndexOutboxEntry.objects.all().delete()
        yield
