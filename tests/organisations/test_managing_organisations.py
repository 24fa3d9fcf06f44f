"""Managing people, organisations and municipalities in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from editorial.groups import CHIEF_EDITOR
from organisations.models import Municipality, Organisation
from tests.factories import (
    MunicipalityFactory,
    NewsFactory,
    PersonFactory,
    PracticeFactory,
    SchoolFactory,
    UserFactory,
    small_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    client = Client()
    client.force_login(user)
    return client


def url(model, action, *args):
    return reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:{action}", args=args)


def organisation_form(**changes):
    form = {"name": "Basisschool De Berk", "slug": "", "kind": "school", "code": "", "board": "", "municipality": ""}
    return {**form, "website": "", **changes}


@pytest.mark.parametrize("model", [Person, Organisation, Municipality])
def test_every_list_and_form_opens(chief, model):
    PersonFactory(organisation=SchoolFactory())
    assert chief.get(url(model, "list")).status_code == 200
    assert chief.get(url(model, "add")).status_code == 200


def test_the_address_of_an_organisation_is_made_of_its_name(chief):
    chief.post(url(Organisation, "add"), organisation_form())
    assert Organisation.objects.get().slug == "basisschool-de-berk"


def test_a_namesake_gets_another_address(chief):
    SchoolFactory(name="Basisschool De Berk", slug="basisschool-de-berk")
    chief.post(url(Organisation, "add"), organisation_form())
    assert Organisation.objects.filter(slug="basisschool-de-berk-2").exists()


def test_the_address_of_a_person_is_made_of_the_whole_name(chief):
    form = {"given_name": "Saar", "particle": "de", "family_name": "Wit", "slug": "", "role": "", "organisation": ""}
    chief.post(url(Person, "add"), {**form, "orcid": "", "email": "", "biography": "", "user": ""})
    assert Person.objects.get().slug == "saar-de-wit"


def test_an_address_does_not_change_afterwards(chief):
    school = SchoolFactory(name="Oude naam", slug="oude-naam")
    chief.post(url(Organisation, "edit", school.pk), organisation_form(name="Nieuwe naam", slug="nieuwe-naam"))
    school.refresh_from_db()
    assert (school.name, school.slug) == ("Nieuwe naam", "oude-naam")


def test_a_board_has_to_be_a_board(chief):
    other = SchoolFactory()
    answer = chief.post(url(Organisation, "add"), organisation_form(board=other.pk))
    assert answer.status_code == 200
    assert not Organisation.objects.filter(name="Basisschool De Berk").exists()


def test_a_school_that_a_page_is_about_stays_and_the_page_is_named(chief):
    page = PracticeFactory(parent=small_site().practices, title="Lezen op De Berk")
    answer = chief.post(url(Organisation, "delete", page.school.pk), follow=True)
    assert Organisation.objects.filter(pk=page.school.pk).exists()
    assert "Lezen op De Berk" in answer.content.decode()


def test_an_author_stays(chief):
    person = PersonFactory()
    page = NewsFactory(parent=small_site().news)
    page.page_authors.create(person=person)
    page.save()
    chief.post(url(Person, "delete", person.pk))
    assert Person.objects.filter(pk=person.pk).exists()


def test_a_municipality_that_nothing_needs_can_go(chief):
    municipality = MunicipalityFactory(slug="leeg")
    chief.post(url(Municipality, "delete", municipality.pk))
    assert not Municipality.objects.filter(pk=municipality.pk).exists()
