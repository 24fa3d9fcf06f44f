from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.analysis import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("coo\u0308rdinatie", "coordinatie"),
        ("ÉÉN", "een"),
        ("ĳsland", "ijsland"),
        ("IJsland", "ijsland"),
        ("ﬁets", "fiets"),
        ("Straße", "strasse"),
        ("Kjær", "kjaer"),
        ("ib'er", "iber"),
        ("foto’s", "fotos"),
        ("reïntegratie\u00ad", "reintegratie"),
        ("İstanbul", "istanbul"),
    ],
)
def test_what_readers_see_as_the_same_is_spelled_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
@example("ŉ")
@example("ẞ")
@example("﷽")
def test_folding_twice_changes_nothing_and_leaves_letters_and_digits(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded
    assert folded == "" or folded.isalnum()
