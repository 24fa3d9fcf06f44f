"""Names in addresses lose no letters."""

import pytest

from accounts.slugs import slug_of_name


@pytest.mark.parametrize(
    ("name", "slug"),
    [("M. Bøg", "m-bog"), ("Klint Jørgensen", "klint-jorgensen"), ("Łucja Strauß", "lucja-strauss"), ("Noël", "noel")],
)
def test_a_letter_of_another_language_becomes_one_of_ours(name, slug):
    assert slug_of_name(name) == slug
