"""Which forms are one word, and which words are kept apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from search.analysis import stems
from search.analysis.word_lists import stem_overrides, stop_words

FAMILIES = [
    "toets toetsen getoetst toetsje",
    "lees leest lezen las gelezen lezend",
    "klas klassen klasse klasjes",
    "school scholen",
    "groep groepen groepje",
    "leraar leraren",
    "kind kinderen kindje",
    "beleid",
    "begeleiding begeleiden begeleidt",
    "gezin gezinnen",
    "zin zinnen",
    "les lessen",
    "brief brieven",
    "huis huizen",
    "kans kansen",
    "functie functies",
    "strategie strategieën",
    "idee ideeën",
    "thema thema's themas",
    "foto foto’s",
    "sociaal sociale",
    "creatief creatieve",
    "vaardigheid vaardigheden",
    "interventie interventies",
    "vraag vragen gevraagd",
    "klein kleine kleinere",
    "evaluatie evalueren geëvalueerd",
    "ib'er ib'ers",
    "stad steden",
    "adviseren advies adviezen",
    "filmpje films film",
    "verhaaltje verhalen verhaal",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    assert len({stems(form) for form in family.split()}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        "beleid begeleiding",
        "gezin zin",
        "lees les",
        "leven lezen",
        "ouder oud",
        "jongen jongere jong",
        "school scholing",
        "taal tal",
        "wet weten",
        "vraag vroeg",
        "spel spelling",
        "kans kan",
        "onderzoek onderzoeker",
        "boom bom",
    ],
)
def test_different_words_have_different_stems(apart: str) -> None:
    for one, other in combinations(apart.split(), 2):
        assert stems(one) != stems(other)


def test_numbers_stay_as_they_are() -> None:
    assert stems("2021 groep 5 8,5 10.000 5a") == "2021 groep 5 8.5 10000 5a"


def test_every_listed_stem_belongs_to_its_family() -> None:
    overrides = stem_overrides()

    assert {stem for stem in overrides.values() if overrides[stem] != stem} == set()


def test_no_listed_form_is_a_stop_word() -> None:
    assert {form for form, stem in stem_overrides().items() if stem in stop_words()} == set()
