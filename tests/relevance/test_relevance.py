"""The search answers the judged queries at least as well as it did."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from search.indexing.fingerprints import all_documents
from tests.relevance.judged_queries import judged_queries
from tests.relevance.rankings import Outcome
from tests.relevance.thresholds import shortfalls

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_no_measure_is_below_its_threshold(asked: Sequence[Outcome]) -> None:
    assert shortfalls(asked) == []


def test_the_one_page_that_has_to_come_first_does(asked: Sequence[Outcome]) -> None:
    expected = {outcome.judged.query: outcome.judged.first for outcome in asked if outcome.judged.first}

    assert expected["begrijpendlezen groep 5"] == "/menukaart/technieken-voor-begrijpend-lezen/"
    assert {one.judged.query: one.ranking[0] for one in asked if one.judged.first} == expected


def test_every_judged_page_can_be_found(demo_site: Path) -> None:
    addresses = {document.path for document in all_documents()}

    assert {address for judged in judged_queries() for address in judged.grades} <= addresses
