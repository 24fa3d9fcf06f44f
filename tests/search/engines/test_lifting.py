"""Words that became a filter, or only make a question, still say which pages come first."""

from __future__ import annotations

import pytest

from search.engines.base import SearchEngine
from tests.search.factories import document, fill, search, titles


@pytest.fixture
def levels(engine: SearchEngine) -> SearchEngine:
    """Pages that suit a level and pages that are about it."""
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
def test_pages_about_the_level_come_before_pages_that_suit_it(levels: SearchEngine, query: str, first: str) -> None:
    found = search(levels, query)

    assert titles(found)[0] == first
    assert found.total == 3


def test_pages_that_suit_it_alike_stand_by_their_weight(levels: SearchEngine) -> None:
    assert titles(search(levels, "groep 5"))[1:] == ["Lezen, zwaar maar algemeen", "Lezen"]


def test_lifting_finds_no_other_pages(levels: SearchEngine) -> None:
    assert search(levels, "lezen kleuters").total == 3
    assert search(levels, "rekenen kleuters").total == 0


def test_a_word_that_only_asks_need_not_be_there_but_lifts(engine: SearchEngine) -> None:
    fill(
        engine, [document("Pesten", "Zo pak je het aan."), document("Pesten", "Wat helpt voor kinderen die het zien.")]
    )

    results = search(engine, "wat helpt kinderen tegen pesten")

    assert [hit.snippet for hit in results.hits] == ["Wat helpt voor kinderen die het zien.", "Zo pak je het aan."]
    assert not results.relaxed


def test_a_query_of_words_that_only_ask_is_searched_for_as_it_is(engine: SearchEngine) -> None:
    fill(engine, [document("Kinderen"), document("Iets anders")])

    assert titles(search(engine, "kinderen")) == ["Kinderen"]


def test_a_compound_is_found_by_what_stands_before_a_last_part_that_adds_little(engine: SearchEngine) -> None:
    fill(engine, [document("Over woordenschat"), document("Ontwikkeling"), document("Woordenschatontwikkeling")])

    assert titles(search(engine, "woordenschatontwikkeling")) == ["Woordenschatontwikkeling", "Over woordenschat"]
