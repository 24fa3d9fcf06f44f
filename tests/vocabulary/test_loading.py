"""The terms that every site starts with."""

import pytest
from django.core.management import call_command

from vocabulary.loading import load_terms
from vocabulary.memory import vocabulary
from vocabulary.models import Audience, Level, Region, Subject

pytestmark = pytest.mark.django_db


def test_loading_again_adds_nothing():
    load_terms()
    assert load_terms().made == 0


def test_what_editors_changed_stays():
    load_terms()
    Level.objects.filter(code="po").update(label="de basisschool")
    call_command("load_vocabulary", verbosity=0)
    assert Level.objects.get(code="po").label == "de basisschool"


def test_a_term_that_went_comes_back():
    load_terms()
    Subject.objects.filter(code="muziek").delete()
    assert load_terms().made == 1


def test_the_groups_stand_below_primary_education():
    load_terms()
    groups = [term.code for term in vocabulary().children("level", "po")]
    assert groups == [f"groep-{number}" for number in range(1, 9)]


def test_levels_and_subjects_have_a_public_uri():
    load_terms()
    prefix = "http://purl.edustandaard.nl/begrippenkader/"
    assert not Level.objects.exclude(uri__startswith=prefix).exists()
    assert not Subject.objects.exclude(uri__startswith=prefix).exists()


def test_the_seven_audiences_and_twelve_provinces_are_there():
    load_terms()
    assert Audience.objects.count() == 7
    assert Region.objects.filter(parent=None).count() == 12
