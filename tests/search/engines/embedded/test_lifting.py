"""Words that became a filter still say which pages come first."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.engines.embedded import EmbeddedEngine
from tests.search.factories import document, fill, search, titles


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    """Pages that suit a level and pages that are about it."""
    engine = EmbeddedEngine(tmp_path)
    fill(
        engine,
        [
            document("Lezen over kleuters", niveau=("po", "groep-1")),
            document("Lezen", "Voor iedereen.", niveau=("po", "groep-1", "groep-5")),
            document("Lezen met groep 5", niveau=("po", "groep-5")),
            document("Lezen, zwaar maar algemeen", niveau=("po", "groep-1", "groep-5"), weight=1.3),
        ],
    )
    return engine


@pytest.mark.parametrize(("query", "first"), [("kleuters", "Lezen over kleuters"), ("groep 5", "Lezen met groep 5")])
def test_pages_about_the_level_come_before_pages_that_suit_it(engine: EmbeddedEngine, query: str, first: str) -> None:
    found = search(engine, query)

    assert titles(found)[0] == first
    assert found.total == 3


def test_pages_that_suit_it_alike_stand_by_their_weight(engine: EmbeddedEngine) -> None:
    assert titles(search(engine, "groep 5"))[1:] == ["Lezen, zwaar maar algemeen", "Lezen"]


def test_lifting_finds_no_other_pages(engine: EmbeddedEngine) -> None:
    assert search(engine, "lezen kleuters").total == 3
    assert search(engine, "rekenen kleuters").total == 0
