"""A small site with an embedded index, or with an engine that is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from search.models import IndexOutboxEntry
from tests.search.indexing.site_pages import plain_pages_findable
from tests.search.service.broken_servers import BrokenServer, running


@pytest.fixture(autouse=True)
def own_state(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """A data directory, an index and a breaker of this test alone."""
    settings.DATA_DIR = tmp_path / "data"
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.ELASTICSEARCH_URL = ""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site(db: None) -> Iterator[None]:
    """A site with a front page and nothing else."""
    with plain_pages_findable():
        IndexOutboxEntry.objects.all().delete()
        yield


@pytest.fixture
def silent_server(settings: Settings) -> Iterator[BrokenServer]:
    """The engine accepts connections and never answers."""
    with running(BrokenServer) as server:
        settings.ELASTICSEARCH_URL = server.url
        yield server
