"""Splitting names into given name, particle and family name."""

import pytest

from home.demo.names import Name, split_family_name, split_full_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Fenna Hulsebosch", ("Fenna", "", "Hulsebosch")),
        ("Marieke van Santvliet", ("Marieke", "van", "Santvliet")),
        ("Jan van der Berg", ("Jan", "van der", "Berg")),
        ("Els in 't Veld", ("Els", "in 't", "Veld")),
        ("Naima el Ouardighi", ("Naima", "el", "Ouardighi")),
        ("Ilse Wouterse-Blom", ("Ilse", "", "Wouterse-Blom")),
        ("Lies van Dam de Vries", ("Lies", "van", "Dam de Vries")),
        ("Plato", ("", "", "Plato")),
    ],
)
def test_a_full_name_falls_into_its_parts(name, parts):
    assert split_full_name(name) == Name(*parts)


@pytest.mark.parametrize(
    ("family", "parts"),
    [
        ("Van der Werf", ("G.", "van der", "Werf")),
        ("De Boer", ("G.", "de", "Boer")),
        ("VanLehn", ("G.", "", "VanLehn")),
        ("Dignath-van Ewijk", ("G.", "", "Dignath-van Ewijk")),
        ("Klint Jørgensen", ("G.", "", "Klint Jørgensen")),
        ("Van", ("G.", "", "Van")),
    ],
)
def test_a_family_name_gives_up_its_particle(family, parts):
    assert split_family_name("G.", family) == Name(*parts)
