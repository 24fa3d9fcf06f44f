"""A small site with an index of its own."""

from collections.abc import Callable

import pytest

from search.indexing.rebuild import rebuild


@pytest.fixture
def index_now(settings, tmp_path) -> Callable[[], object]:
    """Build the embedded index of what the database holds at that moment."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    return rebuild
