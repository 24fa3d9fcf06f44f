"""Suggestions while typing, another spelling, and related pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import SearchEngine
from tests.search import corpus
from tests.search.factories import document, fill, search, titles


@pytest.mark.parametrize(
    ("prefix", "suggested"),
    [
        ("begr", "begrijpend lezen"),
        ("begrijpend le", "begrijpend lezen"),
        ("Klassenv", "Klassenverkleining"),
        ("leesstrategie", "leesstrategieën"),
        ("leesstrategieë", "leesstrategieën"),
        ("wijk", "Zomerschool in de wijk"),
        ("zomerschool wij", "Zomerschool in de wijk"),
    ],
)
def test_titles_and_keywords_are_suggested_by_how_their_words_begin(
    library: SearchEngine, prefix: str, suggested: str
) -> None:
    assert suggested in library.suggest(prefix)


def test_what_begins_so_comes_before_what_has_it_inside(library: SearchEngine) -> None:
    found = library.suggest("lez")

    assert found[0] == "lezen"
    assert "begrijpend lezen" in found[1:]


def test_a_suggestion_stands_there_once(engine: SearchEngine) -> None:
    fill(engine, [document(f"Pagina {number}", keywords=("rekenen",)) for number in range(5)])

    assert engine.suggest("rek") == ["rekenen"]


def test_no_more_are_suggested_than_asked_for(engine: SearchEngine) -> None:
    fill(engine, [document(f"Lezen deel {number}") for number in range(20)])

    assert len(engine.suggest("lez", 5)) == 5


@pytest.mark.parametrize("prefix", ["", "   ", "xqz", "lezen xqz", "?!", "*", "a.*", '"', "\0", "[", "\\"])
def test_nothing_is_suggested_for_what_nothing_begins_with(library: SearchEngine, prefix: str) -> None:
    assert [text for text in library.suggest(prefix) if prefix.strip() not in text] == []


@settings(max_examples=60, deadline=None)
@given(prefix=st.text(max_size=40))
def test_any_prefix_is_answered(library: SearchEngine, prefix: str) -> None:
    assert isinstance(library.suggest(prefix), list)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("begelijding", "begeleiding"),
        ("woordenchat", "woordenschat"),
        ("Woordenchat in de wijk", "woordenschat in de wijk"),
        ("klassenvrekleining", "klassenverkleining"),
        ("begelijding groep 6", "begeleiding groep 6"),
    ],
)
def test_another_spelling_is_offered_for_a_word_that_no_page_has(library: SearchEngine, query: str, meant: str) -> None:
    assert search(library, query).suggestion == meant


@pytest.mark.parametrize("meant_for", ["begelijding", "woordenchat", "zommerschool"])
def test_the_other_spelling_finds_pages(library: SearchEngine, meant_for: str) -> None:
    suggestion = search(library, meant_for).suggestion

    assert suggestion is not None
    assert search(library, suggestion).total > 0


@pytest.mark.parametrize("query", ["lezen", "toets", "gelezen", "leesonderwijs", "", "xqzvwk", "de het"])
def test_no_other_spelling_is_offered_for_words_that_are_right_or_like_nothing(
    library: SearchEngine, query: str
) -> None:
    assert search(library, query).suggestion is None


def test_pages_of_the_same_theme_and_words_are_related(library: SearchEngine) -> None:
    results = library.related(corpus.LEESONDERWIJS.page_id)

    assert set(titles(results)[:2]) == {corpus.LEZEN_IN_ONDERWIJS.title, corpus.BEGRIJPEND_LEZEN.title}


def test_a_page_is_not_related_to_itself(library: SearchEngine) -> None:
    for page in corpus.LIBRARY:
        assert page.page_id not in [hit.page_id for hit in library.related(page.page_id, 20).hits]


def test_no_more_related_pages_are_given_than_asked_for(library: SearchEngine) -> None:
    assert len(library.related(corpus.LEESONDERWIJS.page_id, 2).hits) == 2


def test_a_page_that_is_not_in_the_index_has_no_related_pages(library: SearchEngine) -> None:
    assert library.related(999_999).hits == ()


def test_a_page_without_words_or_themes_is_no_error(engine: SearchEngine) -> None:
    empty = document("", type="")
    fill(engine, [empty, document("Iets anders")])

    assert engine.related(empty.page_id).hits == ()
