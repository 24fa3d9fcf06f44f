"""Both engines, each with an index of its own: what one test says, both have to keep."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from search.engines.base import SearchEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.corpus import LIBRARY
from tests.search.factories import fill

ENGINES = ("tantivy", "elasticsearch")
#: Generous: a slow machine is no failure here.
TIMEOUT_SECONDS = 20.0
_numbers = count(1)


def _engine(name: str, request: pytest.FixtureRequest, folder: Path) -> SearchEngine:
    if name == "tantivy":
        return EmbeddedEngine(folder)
    # Only here, so that the embedded engine is tested where the other's library is missing.
    from search.engines.elastic import ElasticsearchEngine

    url = request.getfixturevalue("elasticsearch_url")
    prefix = request.getfixturevalue("elasticsearch_prefix")
    return ElasticsearchEngine(url, f"{prefix}-{next(_numbers)}", TIMEOUT_SECONDS)


@pytest.fixture(params=ENGINES)
def bare_engine(request: pytest.FixtureRequest, tmp_path: Path) -> SearchEngine:
    """An engine that never had an index."""
    return _engine(request.param, request, tmp_path / "index")


@pytest.fixture
def engine(bare_engine: SearchEngine) -> SearchEngine:
    """An engine with an empty index of its own, to be written to."""
    fill(bare_engine, ())
    return bare_engine


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    """An engine with :data:`tests.search.corpus.LIBRARY` in it, to be read only."""
    filled = _engine(request.param, request, tmp_path_factory.mktemp("library"))
    fill(filled, LIBRARY)
    return filled
