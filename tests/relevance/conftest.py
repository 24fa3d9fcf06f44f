"""Both engines with the demo content, filled and asked once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from search.engines.base import SearchEngine
from search.engines.embedded import EmbeddedEngine
from tests.relevance.demo_site import demo_content
from tests.relevance.judged_queries import judged_queries
from tests.relevance.rankings import Outcome, outcomes

#: Generous: a slow machine is no failure here.
TIMEOUT_SECONDS = 20.0


@pytest.fixture(scope="module")
def demo_site(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
    """The demo content in the database, and a folder for what belongs to it."""
    folder = tmp_path_factory.mktemp("relevance")
    with django_db_blocker.unblock(), demo_content(folder):
        yield folder


@pytest.fixture(scope="module", params=["tantivy", "elasticsearch"])
def asked(request: pytest.FixtureRequest, demo_site: Path) -> Sequence[Outcome]:
    """What one engine answers to every judged query."""
    return outcomes(_engine(request, demo_site), judged_queries())


def _engine(request: pytest.FixtureRequest, folder: Path) -> SearchEngine:
    if request.param == "tantivy":
        return EmbeddedEngine(folder / "index")
    # Only here, so that the embedded engine is measured where the other's library is missing.
    from search.engines.elastic import ElasticsearchEngine

    prefix = request.getfixturevalue("elasticsearch_prefix")
    return ElasticsearchEngine(request.getfixturevalue("elasticsearch_url"), f"{prefix}-relevance", TIMEOUT_SECONDS)
