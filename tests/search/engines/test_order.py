"""The order of results, and paging through them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from search.engines.base import SearchEngine
from search.request import MAX_RESULT_WINDOW, PAGE_SIZE
from tests.search import corpus
from tests.search.factories import document, fill, plan, search, titles


def test_the_newest_come_first_by_date_and_pages_without_date_last(library: SearchEngine) -> None:
    found = search(library, sorteer="datum")
    by_id = {page.page_id: page for page in corpus.LIBRARY}
    dates = [by_id[hit.page_id].date for hit in found.hits]

    assert dates[:-1] == sorted((day for day in dates if day), reverse=True)
    assert dates[-1] is None


def test_pages_of_the_same_day_stand_in_a_fixed_order(engine: SearchEngine) -> None:
    pages = [document(date=date(2021, 5, 5)) for _ in range(10)]
    fill(engine, pages)
    newest_first = sorted((page.page_id for page in pages), reverse=True)

    assert [hit.page_id for hit in search(engine, sorteer="datum").hits] == newest_first


def test_equal_pages_stand_in_a_fixed_order_on_every_page(engine: SearchEngine) -> None:
    pages = [document("Precies hetzelfde", "Dezelfde tekst over lezen.") for _ in range(3 * PAGE_SIZE)]
    fill(engine, pages[::2])
    engine.apply(pages[1::2], ())
    newest_first = sorted((page.page_id for page in pages), reverse=True)

    paged = [hit.page_id for number in "123" for hit in search(engine, "lezen", pagina=number).hits]

    assert paged == newest_first


def test_a_heavier_page_comes_first(engine: SearchEngine) -> None:
    light, heavy = document("Lezen op school", weight=1.0), document("Lezen op school", weight=1.5)
    fill(engine, [light, heavy] if light.page_id > heavy.page_id else [heavy, light])

    assert search(engine, "lezen").hits[0].page_id == heavy.page_id


def test_of_two_equal_pages_the_newer_comes_first(engine: SearchEngine) -> None:
    newer = document("Lezen op school", date=date(2022, 1, 1))
    older = document("Lezen op school", date=date(2012, 1, 1))
    fill(engine, [older, newer])

    assert search(engine, "lezen").hits[0].page_id == newer.page_id


def test_a_page_that_says_more_beats_a_newer_one(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("Technieken voor begrijpend lezen", date=date(2012, 1, 1)),
            document("Nieuwsbrief", "Ook lezen komt aan bod, begrijpend en al.", date=date(2022, 1, 1)),
        ],
    )

    assert titles(search(engine, "begrijpend lezen"))[0] == "Technieken voor begrijpend lezen"


def test_pinned_pages_come_first_in_the_order_of_the_editors(library: SearchEngine) -> None:
    pinned = (corpus.NPO.page_id, corpus.LEVEN.page_id)

    results = search(library, "lezen", pinned=pinned)

    assert tuple(hit.page_id for hit in results.hits[:2]) == pinned
    assert [hit.pinned for hit in results.hits] == [True, True] + [False] * (len(results.hits) - 2)
    assert results.total == search(library, "lezen").total + 2
    assert results.facets["type"]["nieuws"] == 2


def test_a_pinned_page_that_is_found_anyway_is_there_once(library: SearchEngine) -> None:
    results = search(library, "lezen", pinned=(corpus.LEZEN_IN_ONDERWIJS.page_id,))

    assert titles(results)[0] == corpus.LEZEN_IN_ONDERWIJS.title
    assert results.total == search(library, "lezen").total == len(results.hits)


def test_a_pinned_page_has_to_pass_the_filters(library: SearchEngine) -> None:
    results = search(library, "lezen", pinned=(corpus.NPO.page_id,), type="inzicht")

    assert corpus.NPO.title not in titles(results)


def test_a_pinned_page_that_is_gone_does_no_harm(library: SearchEngine) -> None:
    assert titles(search(library, "lezen", pinned=(999_999,))) == titles(search(library, "lezen"))


def test_pinned_pages_do_not_repeat_on_the_next_page(engine: SearchEngine) -> None:
    pages = [document(f"Lezen {number}") for number in range(PAGE_SIZE + 5)]
    other = document("Heel iets anders")
    fill(engine, [*pages, other])

    first = search(engine, "lezen", pinned=(other.page_id,))
    second = search(engine, "lezen", pinned=(other.page_id,), pagina="2")

    ids = [hit.page_id for hit in (*first.hits, *second.hits)]
    assert ids[0] == other.page_id
    assert sorted(ids) == sorted(page.page_id for page in (*pages, other))


@pytest.mark.parametrize("sort", ["relevantie", "datum"])
@pytest.mark.parametrize("query", ["", "pagina"])
def test_paging_shows_every_page_once(engine: SearchEngine, sort: str, query: str) -> None:
    pages = [document(f"Pagina {number}", date=date(2021, 1, 1 + number % 5)) for number in range(45)]
    fill(engine, pages)

    shown = [
        hit.page_id
        for number in ("1", "2", "3", "4")
        for hit in search(engine, query, sorteer=sort, pagina=number).hits
    ]

    assert sorted(shown) == sorted(page.page_id for page in pages)


@pytest.mark.parametrize("number", ["2", "500", "501", "99999999", "999999999"])
@pytest.mark.parametrize("sort", ["relevantie", "datum"])
def test_a_page_past_the_end_is_empty_and_still_says_what_there_is(
    library: SearchEngine, number: str, sort: str
) -> None:
    results = search(library, "lezen", pagina=number, sorteer=sort)

    assert results.hits == ()
    assert results.total == search(library, "lezen").total
    assert results.facets["thema"]["lezen"] == 3


def test_the_last_page_within_the_window_is_answered(library: SearchEngine) -> None:
    request = replace(plan("lezen").request, page=MAX_RESULT_WINDOW // PAGE_SIZE)

    assert library.search(replace(plan("lezen"), request=request)).hits == ()


def test_the_page_size_is_kept(library: SearchEngine) -> None:
    asked = plan()

    assert len(library.search(replace(asked, request=replace(asked.request, page_size=3))).hits) == 3
