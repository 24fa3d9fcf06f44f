"""The generated organisations of the demo."""

import pytest

from organisations.demo import load_generated_organisations
from organisations.models import Organisation, OrganisationKind
from tests.factories import MunicipalityFactory

pytestmark = pytest.mark.django_db


def test_every_municipality_gets_schools_with_a_board_and_is_an_organisation_itself():
    places = [MunicipalityFactory(name=name, slug=name.lower()) for name in ("Almere", "Zwolle")]
    load_generated_organisations()

    for place in places:
        schools = Organisation.objects.filter(municipality=place, kind=OrganisationKind.SCHOOL)
        assert schools.count() == 4
        assert all(school.board and school.is_example and school.code for school in schools)
        assert Organisation.objects.filter(municipality=place, kind=OrganisationKind.MUNICIPALITY).count() == 1


def test_the_second_time_adds_none():
    for number in range(18):
        MunicipalityFactory(name=f"Plaats {number}", slug=f"plaats-{number}")

    assert load_generated_organisations() > 18 * 5
    assert load_generated_organisations() == 0
