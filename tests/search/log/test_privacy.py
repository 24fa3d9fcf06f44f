"""What people type is counted unless it may say who somebody is."""

from __future__ import annotations

import pytest

from search.log.privacy import MAX_LENGTH, countable


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("lezen", "lezen"),
        ("  Samen   LEZEN ", "samen lezen"),
        ("groep 5/6", "groep 5/6"),
        ("npo 2021-2022", "npo 2021-2022"),
        ("schooljaar 2021/2022 groep 3", "schooljaar 2021/2022 groep 3"),
        ("coördinatie", "coördinatie"),
    ],
)
def test_a_search_is_counted_in_one_spelling(typed: str, counted: str) -> None:
    assert countable(typed) == counted


@pytest.mark.parametrize(
    "typed",
    [
        "jan@example.nl",
        "mail van jan @ school",
        "06-12345678",
        "+31 6 12 34 56 78",
        "(020) 123 45 67",
        "bsn 123456782",
        "1234.56.782",
        "NL91 ABNA 0417 1643 00",
    ],
)
def test_addresses_and_numbers_of_people_are_left_out(typed: str) -> None:
    assert countable(typed) is None


@pytest.mark.parametrize("typed", ["", "   ", "\0\n", "a" * (MAX_LENGTH + 1), "een brief " * 6])
def test_what_is_no_search_is_left_out(typed: str) -> None:
    assert countable(typed) is None
