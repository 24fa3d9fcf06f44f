from __future__ import annotations

import pytest

from search.analysis import analyse
from search.analysis.compounds import MIN_PART_LENGTH
from search.analysis.word_lists import compound_parts, do_not_split


def parts(word: str) -> tuple[str, ...]:
    (token,) = analyse(word)
    return token.parts


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("leesonderwijs", ("lees", "onderwijs")),
        ("klassenverkleining", ("klas", "verklein")),
        ("begrijpendlezen", ("begrijp", "lees")),
        ("rekenachterstanden", ("reken", "achterstand")),
        ("taalontwikkelingsachterstand", ("taal", "ontwikkel", "achterstand")),
        ("leerlingenzorg", ("leerling", "zorg")),
        ("kansengelijkheid", ("kans", "gelijk")),
        ("ouderbetrokkenheid", ("ouder", "betrek")),
        ("schoolleiders", ("school", "leider")),
        ("kinderopvang", ("kind", "opvang")),
        ("leerlingvolgsysteem", ("leerling", "volg", "system")),
        ("gesprokentaalinterventies", ("spreek", "taal", "interventie")),
        ("lerarentekort", ("leraar", "tekort")),
        ("eindtoetsen", ("eind", "toets")),
    ],
)
def test_a_compound_is_its_parts(word: str, expected: tuple[str, ...]) -> None:
    assert parts(word) == expected


@pytest.mark.parametrize("one_way, other_way", [("klassenverkleining", "klasseverkleining")])
def test_linking_letters_make_no_difference(one_way: str, other_way: str) -> None:
    assert analyse(one_way)[0].stem == analyse(other_way)[0].stem


@pytest.mark.parametrize(
    "word",
    [
        *("leerling", "leerkracht", "onderwijs", "doelgroepen", "huiswerk", "werkgeheugen", "rechtvaardig"),
        *("vakantie", "klassiek", "rekening", "spelling", "winterswijk", "medewerker", "handleiding"),
        *("oleesonderwijs", "leesx", "lees", "a", "2021"),
    ],
)
def test_other_words_stay_whole(word: str) -> None:
    assert parts(word) == ()


def test_a_very_long_word_is_no_compound() -> None:
    assert parts("lees" * 12) == ()


def test_listed_words_are_never_split_themselves() -> None:
    assert [word for word in (*compound_parts(), *do_not_split()) if parts(word)] == []


def test_listed_parts_are_long_enough_to_be_used() -> None:
    assert [part for part in compound_parts() if len(part) < MIN_PART_LENGTH] == []
