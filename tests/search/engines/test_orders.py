"""Orders beside relevance and date: by title, and by the numbers that rooms give."""

from __future__ import annotations

import pytest

from search.engines.base import SearchEngine
from search.request import PAGE_SIZE
from tests.search.factories import document, fill, search, titles


def test_titles_stand_as_in_a_dictionary_whatever_their_capitals_and_accents(engine: SearchEngine) -> None:
    fill(engine, [document(title) for title in ("Évaluatie", "zomerschool", "Een-op-een", "feedback", "Ambitie")])

    assert titles(search(engine, sorteer="titel")) == ["Ambitie", "Een-op-een", "Évaluatie", "feedback", "zomerschool"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("leerwinst", ["veel", "weinig", "nul", "min", "zonder"]), ("kosten", ["min", "nul", "weinig", "veel", "zonder"])],
)
def test_numbers_stand_from_high_to_low_or_the_other_way_and_pages_without_one_last(
    engine: SearchEngine, order: str, expected: list[str]
) -> None:
    given = {"veel": 12, "nul": 0, "zonder": None, "min": -2, "weinig": 2.5}
    fill(engine, [document(title, order_values={order: number}) for title, number in given.items()])

    assert titles(search(engine, sorteer=order)) == expected


def test_equal_numbers_stand_by_title(engine: SearchEngine) -> None:
    fill(engine, [document(title, order_values={"kosten": 1}) for title in ("c", "a", "b")])

    assert titles(search(engine, sorteer="kosten")) == ["a", "b", "c"]


def test_pages_without_a_number_at_all_are_there_once(engine: SearchEngine) -> None:
    pages = [document(f"Pagina {number}") for number in range(PAGE_SIZE + 5)]
    fill(engine, pages)

    shown = [hit.page_id for number in "12" for hit in search(engine, sorteer="leerwinst", pagina=number).hits]

    assert sorted(shown) == sorted(page.page_id for page in pages)


def test_an_order_holds_for_what_the_words_and_the_filters_find(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("Lezen in de zomer", categorie=("A",), order_values={"leerwinst": 2}),
            document("Hardop lezen", categorie=("B",), order_values={"leerwinst": 6}),
            document("Stil lezen", categorie=("B",), order_values={"leerwinst": 7}),
            document("Rekenen", categorie=("B",), order_values={"leerwinst": 8}),
        ],
    )

    assert titles(search(engine, "lezen", sorteer="leerwinst", categorie=["B"])) == ["Stil lezen", "Hardop lezen"]


def test_a_changed_number_moves_the_page(engine: SearchEngine) -> None:
    low, high = document("laag", order_values={"leerwinst": 1}), document("hoog", order_values={"leerwinst": 5})
    fill(engine, [low, high])

    engine.apply([document("laag", page_id=low.page_id, order_values={"leerwinst": 9})], ())

    assert titles(search(engine, sorteer="leerwinst")) == ["laag", "hoog"]


def test_numbers_past_the_ends_keep_their_side(engine: SearchEngine) -> None:
    given = {"enorm": 10.0**15, "gewoon": 3, "diep": -(10.0**15)}
    fill(engine, [document(title, order_values={"leerwinst": number}) for title, number in given.items()])

    assert titles(search(engine, sorteer="leerwinst")) == ["enorm", "gewoon", "diep"]


def test_a_facet_that_a_room_added_filters_and_is_counted(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("Feedback", leerwinst=("5-6",)),
            document("Zittenblijven", leerwinst=("onder-nul",)),
            document("Leerstijlen", leerwinst=("niet-gegeven",)),
        ],
    )

    results = search(engine, leerwinst=["onder-nul", "niet-gegeven"], sorteer="titel")

    assert titles(results) == ["Leerstijlen", "Zittenblijven"]
    assert results.facets["leerwinst"] == {"5-6": 1, "onder-nul": 1, "niet-gegeven": 1}
