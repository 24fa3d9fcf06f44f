from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from search.analysis import word_lists
from search.analysis.documents import field_streams, fingerprint, static_weight
from tests.search.factories import document

PAGE = document("Titel", "Tekst", summary="Kort", keywords=("lezen",), thema=("taal",), card={"a": 1})


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Andere titel"},
        {"body": "Andere tekst"},
        {"summary": "Langer"},
        {"keywords": ("rekenen",)},
        {"facets": {"thema": ("rekenen",)}},
        {"card": {"a": 2}},
        {"date": date(2021, 1, 1)},
        {"weight": 1.5},
        {"path": "/elders/"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_fingerprint_tells_every_change(change: dict[str, object]) -> None:
    assert fingerprint(replace(PAGE, **change)) != fingerprint(PAGE)


def test_a_fingerprint_is_the_same_for_the_same_page() -> None:
    assert fingerprint(replace(PAGE, card={**PAGE.card})) == fingerprint(PAGE)


def test_a_change_of_the_word_lists_makes_every_page_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(PAGE)
    monkeypatch.setattr("search.analysis.documents.digest", lambda: "other lists")

    assert fingerprint(PAGE) != before
    assert len(word_lists.digest()) == 16


def test_no_phrase_runs_from_one_keyword_into_the_next() -> None:
    made = field_streams(replace(PAGE, keywords=("begrijpend", "lezen", "")))

    assert "begrijp lees" not in made["keywords"].stems
    assert made["keywords"].words.split() == ["begrijpend", "|", "lezen", "|"]


def test_newer_pages_weigh_a_little_more_and_undated_ones_are_in_between() -> None:
    newer, older = replace(PAGE, date=date(2024, 1, 1)), replace(PAGE, date=date(2014, 1, 1))

    assert static_weight(older) < static_weight(PAGE) < static_weight(newer)
    assert static_weight(newer) / static_weight(older) == pytest.approx(1.2, abs=0.01)


@pytest.mark.parametrize("weight", [-5.0, 0.0, 1e9])
def test_a_weight_stays_within_bounds(weight: float) -> None:
    assert 0.25 <= static_weight(replace(PAGE, weight=weight)) <= 8.0
