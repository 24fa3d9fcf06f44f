from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.levels import derive_levels

SCRAPS = ["groep", "gr.", "5", "6", "t/m", "en", "-", "/", ",", "kleuters", "po", "basisschool", "in", "de", "vo"]


def groups(*numbers: int) -> tuple[str, ...]:
    return tuple(f"groep-{number}" for number in numbers)


@pytest.mark.parametrize(
    ("text", "remaining", "codes"),
    [
        ("begrijpend lezen groep 5", "begrijpend lezen", groups(5)),
        ("Groep 5 rekenen", "rekenen", groups(5)),
        ("groep 5", "", groups(5)),
        ("groep5 taal", "taal", groups(5)),
        ("gr 5 taal", "taal", groups(5)),
        ("gr. 5/6 taal", "taal", groups(5, 6)),
        ("groep 5-7", "", groups(5, 6, 7)),
        ("groep 5 t/m 8", "", groups(5, 6, 7, 8)),
        ("groep 5 tot en met 8", "", groups(5, 6, 7, 8)),
        ("groep 8-6", "", groups(6, 7, 8)),
        ("groep 3 en 4", "", groups(3, 4)),
        ("groepen 3, 4 en 5", "", groups(3, 4, 5)),
        ("groep 1, 2 en 5 t/m 7", "", groups(1, 2, 5, 6, 7)),
        ("combinatiegroep 3/4", "", groups(3, 4)),
        ("groep vijf", "", groups(5)),
        ("lezen in groep 3 of in groep 4", "lezen of", groups(3, 4)),
        ("kleuters taal", "taal", groups(1, 2)),
        ("rekenen voor de kleutergroep", "rekenen", groups(1, 2)),
        ("onderbouw", "", groups(1, 2, 3, 4)),
        ("middenbouw", "", groups(3, 4, 5, 6)),
        ("lezen in de bovenbouw", "lezen", groups(5, 6, 7, 8)),
        ("po", "", ("po",)),
        ("rekenen op de basisschool", "rekenen", ("po",)),
        ("basisonderwijs", "", ("po",)),
        ("vo", "", ("vo",)),
        ("middelbare scholen", "", ("vo",)),
        ("voortgezet onderwijs", "", ("vo",)),
        ("sbo", "", ("sbo",)),
        ("speciaal basisonderwijs", "", ("sbo",)),
        ("speciaal onderwijs", "", ("so",)),
        ("po en vo", "en", ("vo", "po")),
        ("groep 5 basisschool", "", groups(5)),
    ],
)
def test_words_for_levels_become_codes(text: str, remaining: str, codes: tuple[str, ...]) -> None:
    assert derive_levels(text) == (remaining, codes)


@pytest.mark.parametrize(
    "text",
    [
        "groep 9",
        "groep 12",
        "groep 55",
        "groep 0",
        "groepen leerlingen",
        "in een groep van 5",
        "doelgroep 5plus",
        "groep een",
        "po-vo",
        "poëzie",
        "vorm",
        "sobere",
        "voortgezet speciaal onderwijs",
        "peuters",
        "vve",
        "voor- en vroegschoolse educatie",
        "basisschoolleerlingen",
        "groepsgrootte",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert derive_levels(text) == (text, ())


def test_a_list_ends_where_another_number_begins() -> None:
    assert derive_levels("groep 5 en 60 minuten") == ("en 60 minuten", groups(5))


@given(st.lists(st.sampled_from(SCRAPS)))
def test_what_is_left_names_no_level_any_more(words: list[str]) -> None:
    remaining, _ = derive_levels(" ".join(words))

    assert derive_levels(remaining) == (remaining, ())


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    derive_levels(text)
