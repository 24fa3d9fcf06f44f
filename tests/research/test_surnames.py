"""Surnames as Dutch writes them without a given name."""

import pytest

from accounts.models import Person
from research.publications.templatetags.publications import page_range
from research.surnames import authors_text


def person(family, particle=""):
    return Person(given_name="Anna", particle=particle, family_name=family)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([person("Diamond")], "Diamond"),
        ([person("Berg", "van der"), person("Vries", "de")], "Van der Berg en De Vries"),
        ([person("Zwet", "van der"), person("Duran-Kok")], "Van der Zwet en Duran-Kok"),
        ([person("Engzell"), person("Frey"), person("Verhagen")], "Engzell e.a."),
        ([person("van Rossum")], "van Rossum"),
        ([], ""),
    ],
)
def test_a_particle_belongs_to_the_surname(people, said):
    assert authors_text(people) == said


@pytest.mark.parametrize(
    ("typed", "shown"), [("81-112", "81–112"), ("81 -- 112", "81–112"), ("e12-e14", "e12-e14"), ("746289", "746289")]
)
def test_a_range_of_pages_has_a_dash(typed, shown):
    assert page_range(typed) == shown
