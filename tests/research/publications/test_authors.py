"""Which record of a person is meant by an author: the researcher says, the site never guesses."""

import pytest
from wagtail.models import Comment

from accounts.models import Person
from research.publications import sending
from research.publications.answers import missing
from research.publications.forms.authors import ME, NEW, candidates_for
from research.publications.models import Affiliation, Submission
from tests.factories import PersonFactory
from tests.research.publications.conftest import author

pytestmark = pytest.mark.django_db


def choices(**named):
    return [value for value, _label in candidates_for([author(**named)])[0]]


def test_who_has_the_same_orcid_is_offered_and_not_chosen():
    person = PersonFactory(family_name="Hattie", given_name="John", orcid="0000-0002-1825-0097")

    assert choices(family="Hatty", orcid="0000-0002-1825-0097") == [str(person.pk), ME, NEW]


def test_who_has_the_same_name_and_another_orcid_is_somebody_else():
    PersonFactory(family_name="Hattie", given_name="John", orcid="0000-0001-5109-3700")

    assert choices(family="Hattie", given="John", orcid="0000-0002-1825-0097") == [ME, NEW]


def test_an_initial_is_enough_to_be_offered():
    person = PersonFactory(family_name="Hattie", given_name="J.")

    assert str(person.pk) in choices(family="hattie", given="John")
    assert str(person.pk) not in choices(family="hattie", given="Anna")


def test_without_a_choice_it_cannot_be_sent_in(written):
    written.answers["authors"][0]["person"] = ""

    assert missing(written.answers) == ["authors"]


def test_a_new_author_is_a_new_record_even_when_the_name_is_known(site, written, member):
    PersonFactory(family_name="Hattie", given_name="John")

    page = sending.send(written, member).page

    person = page.get_latest_revision_as_object().page_authors.get().person
    assert Person.objects.filter(family_name="Hattie").count() == 2
    assert person.orcid == "0000-0002-1825-0097"
    assert person.user is None


def test_the_chosen_record_is_used_and_left_as_it_is(site, written, member):
    person = PersonFactory(family_name="Hattie", given_name="J.")
    written.answers["authors"][0]["person"] = str(person.pk)
    written.save()

    page = sending.send(written, member).page

    assert page.get_latest_revision_as_object().page_authors.get().person == person
    person.refresh_from_db()
    assert (person.given_name, person.orcid) == ("J.", "")
    assert "0000-0002-1825-0097" in Comment.objects.get().text


def test_the_researcher_is_credited_with_their_own_record(site, written, member):
    written.answers["authors"][0] = author("Berg", "Saar", ME, particle="van den")
    written.save()

    page = sending.send(written, member).page

    assert page.get_latest_revision_as_object().page_authors.get().person.user == member


def test_an_institute_keeps_its_ror(site, sent):
    assert Affiliation.objects.get(name="UvA").ror == "04dkp9463"


def test_sent_in_again_nobody_is_made_twice(site, sent, member):
    sending.send(Submission.objects.get(pk=sent.pk), member)

    assert Person.objects.filter(family_name="Hattie").count() == 1
