"""Editors see what stands with a person's pages as affiliation, and say which institute that is."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from editorial.groups import EDITOR, RESEARCHER
from editorial.models import PageAuthor
from research.identifiers import bare_isni
from research.publications.models import Affiliation
from tests.factories import InsightFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_publications_affiliation:add"
EDIT = "wagtailsnippets_publications_affiliation:edit"
LIST = "wagtailsnippets_publications_affiliation:list"


def signed_in(group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(site):
    """A redacteur."""
    return signed_in(EDITOR)


@pytest.fixture
def person(site):
    """An author of a page, with an affiliation there."""
    found = PersonFactory(family_name="Vermaat")
    page = InsightFactory(parent=site.insights, title="Een inzicht")
    PageAuthor.objects.create(page=page, person=found, affiliation="UvA")
    return found


def form_of(desk, person):
    return desk.get(reverse("wagtailsnippets_accounts_person:edit", args=[person.pk])).content.decode()


class TestOnThePerson:
    def test_each_page_stands_there_with_its_affiliation(self, desk, person):
        html = form_of(desk, person)
        assert "Affiliaties per pagina" in html
        assert "Een inzicht" in html
        assert "UvA" in html

    def test_an_institute_that_nobody_named_can_be_added_with_the_name_filled_in(self, desk, person):
        assert f"{reverse(ADD)}?name=UvA" in form_of(desk, person)
        assert 'value="UvA"' in desk.get(f"{reverse(ADD)}?name=UvA").content.decode()

    def test_one_that_is_known_is_shown_and_leads_to_its_form(self, desk, person):
        institute = Affiliation.objects.create(name="UvA", ror="04dkp9463")
        html = form_of(desk, person)
        assert "https://ror.org/04dkp9463" in html
        assert reverse(EDIT, args=[institute.pk]) in html

    def test_what_somebody_wrote_there_is_no_markup(self, desk, person):
        PageAuthor.objects.update(affiliation="<script>alert(1)</script>")
        assert "<script>alert(1)" not in form_of(desk, person)

    def test_who_wrote_nothing_has_no_such_table(self, desk):
        assert "Affiliaties per pagina" not in form_of(desk, PersonFactory())


class TestTheForm:
    def send(self, desk, **values):
        return desk.post(reverse(ADD), {"name": "UvA", "ror": "", "isni": "", **values})

    def test_identifiers_are_taken_as_somebody_copies_them(self, desk):
        self.send(desk, ror="https://ror.org/04dkp9463", isni="0000 0001 2181 7878")
        assert Affiliation.objects.values_list("name", "ror", "isni").get() == ("UvA", "04dkp9463", "0000000121817878")

    @pytest.mark.parametrize(
        ("field", "value"), [("ror", "04dkp9464"), ("ror", "uva"), ("isni", "0000000121817879"), ("isni", "1234")]
    )
    def test_a_wrong_checksum_or_form_is_refused(self, desk, field, value):
        answer = self.send(desk, **{field: value})
        assert "is geen geldige" in answer.content.decode()
        assert not Affiliation.objects.exists()

    def test_without_any_identifier_there_is_nothing_to_keep(self, desk):
        assert "Vul een ROR of een ISNI in." in self.send(desk).content.decode()

    def test_a_mistake_is_mended(self, desk):
        institute = Affiliation.objects.create(name="UvA", ror="04dkp9463")
        desk.post(reverse(EDIT, args=[institute.pk]), {"name": "UvA", "ror": "", "isni": "0000000121817878"})
        institute.refresh_from_db()
        assert institute.identifiers == ["https://isni.org/isni/0000000121817878"]

    def test_the_list_says_how_often_each_stands_with_an_author(self, desk, person):
        Affiliation.objects.create(name="UvA", ror="04dkp9463")
        assert "keer bij auteurs" in desk.get(reverse(LIST)).content.decode()

    def test_a_researcher_in_the_admin_changes_no_institutes(self, site):
        institute = Affiliation.objects.create(name="UvA", ror="04dkp9463")
        signed_in(RESEARCHER).post(reverse(EDIT, args=[institute.pk]), {"name": "Anders", "ror": "", "isni": ""})
        institute.refresh_from_db()
        assert institute.name == "UvA"


@pytest.mark.parametrize("copied", ["https://isni.org/isni/000000012146438X", "ISNI: 0000 0001 2146 438x"])
def test_an_isni_is_kept_bare(copied):
    assert bare_isni(copied) == "000000012146438X"
