"""Filters and their counts: OR within a facet, AND across, and each count without its own choice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from search.documents import SearchDocument
from search.engines.base import SearchEngine
from search.facets import FACET_NAMES
from tests.search.corpus import LIBRARY
from tests.search.factories import document, fill, search

CHOICES: Sequence[Mapping[str, Sequence[str]]] = (
    {},
    {"thema": ["taal"]},
    {"thema": ["taal", "rekenen"]},
    {"thema": ["taal", "rekenen"], "niveau": ["groep-5", "groep-6"]},
    {"type": ["interventie"], "categorie": ["B"]},
    {"type": ["praktijk", "interventie"], "regio": ["amsterdam", "utrecht"], "niveau": ["po"]},
    {"regio": ["nergens"]},
)


def passes(page: SearchDocument, chosen: Mapping[str, Sequence[str]], without: str = "") -> bool:
    """The rule itself, said in Python."""
    return all(set(page.facets.get(name, ())) & set(values) for name, values in chosen.items() if name != without)


def counted(pages: Sequence[SearchDocument], chosen: Mapping[str, Sequence[str]], facet: str) -> Mapping[str, int]:
    return Counter(code for page in pages if passes(page, chosen, facet) for code in page.facets.get(facet, ()))


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_total_and_counts_are_exact(library: SearchEngine, chosen: Mapping[str, Sequence[str]]) -> None:
    results = search(library, **chosen)

    assert {hit.page_id for hit in results.hits} == {page.page_id for page in LIBRARY if passes(page, chosen)}
    assert results.total == len(results.hits)
    for facet in FACET_NAMES:
        assert dict(results.facets[facet]) == counted(LIBRARY, chosen, facet), facet


def test_counts_are_of_the_pages_that_the_words_find(library: SearchEngine) -> None:
    results = search(library, "lezen", thema=["lezen"])

    assert results.facets["type"] == {"praktijk": 1, "inzicht": 1, "interventie": 1}


def test_counts_stay_exact_with_many_codes_and_pages(engine: SearchEngine) -> None:
    chance = random.Random(7)
    pages = [
        document(
            thema={f"thema-{chance.randrange(150)}" for _ in range(3)},
            regio=(f"regio-{chance.randrange(190)}",),
            niveau=(chance.choice(["po", "vo"]),),
        )
        for _ in range(600)
    ]
    fill(engine, pages)
    chosen = {"niveau": ["po"], "thema": [f"thema-{number}" for number in range(40)]}

    results = search(engine, **chosen)

    assert results.total == sum(passes(page, chosen) for page in pages)
    for facet in ("thema", "regio", "niveau"):
        assert dict(results.facets[facet]) == counted(pages, chosen, facet)


def test_a_page_counts_once_for_a_code_that_it_has_twice(engine: SearchEngine) -> None:
    fill(engine, [document(thema=("taal", "taal"))])

    assert search(engine).facets["thema"] == {"taal": 1}


def test_codes_are_compared_whole_and_with_capitals(engine: SearchEngine) -> None:
    fill(engine, [document(niveau=("VVE",), licentie=("CC BY-SA 4.0",))])

    results = search(engine, niveau="VVE", licentie="CC BY-SA 4.0")

    assert results.total == 1
    assert results.facets["licentie"] == {"CC BY-SA 4.0": 1}
    assert search(engine, niveau="vve").total == 0


def test_every_facet_is_there_when_nothing_is_found(library: SearchEngine) -> None:
    results = search(library, "xqzvwk")

    assert results.facets == {name: {} for name in FACET_NAMES}


@pytest.mark.parametrize(
    ("parameters", "years"),
    [
        ({"van": "2021"}, {2021, 2022}),
        ({"tot": "2020"}, {2019, 2020}),
        ({"van": "2020", "tot": "2021"}, {2020, 2021}),
        ({"van": "2022", "tot": "2022"}, {2022}),
        ({"van": "2030"}, set()),
    ],
)
def test_a_range_of_years_includes_both_ends_and_no_page_without_date(
    library: SearchEngine, parameters: dict[str, str], years: set[int]
) -> None:
    expected = {page.page_id for page in LIBRARY if page.date and page.date.year in years}

    results = search(library, **parameters)

    assert {hit.page_id for hit in results.hits} == expected
    assert sum(results.facets["type"].values()) == len(expected)


def test_the_first_and_last_day_of_a_year_are_in_it(engine: SearchEngine) -> None:
    fill(engine, [document(date=date(2021, 1, 1)), document(date=date(2021, 12, 31))])

    assert search(engine, van="2021", tot="2021").total == 2
