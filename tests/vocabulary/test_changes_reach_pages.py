"""A change to a record reaches the pages that show it, and only those."""

import pytest

from search.models import IndexOutboxEntry
from tests.factories import (
    LevelFactory,
    MunicipalityFactory,
    NewsFactory,
    PersonFactory,
    PracticeFactory,
    RegionFactory,
    SchoolFactory,
    ThemeFactory,
    small_site,
)
from vocabulary.concerned_pages import pages_that_show

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return small_site()


def waiting():
    return set(IndexOutboxEntry.objects.values_list("page_id", flat=True))


@pytest.fixture
def forget():
    """Call it when everything is in place: what waits for the index from then on is the change's."""
    return IndexOutboxEntry.objects.all().delete


def test_a_new_name_of_a_theme_reaches_its_pages_and_no_others(site, forget):
    theme = ThemeFactory(name="Lezen")
    page = NewsFactory(parent=site.news, themes=[theme])
    NewsFactory(parent=site.news, themes=[ThemeFactory()])
    forget()
    theme.name = "Leren lezen"
    theme.save()
    assert waiting() == {page.pk}


def test_a_theme_that_moves_in_the_tree_reaches_pages_with_themes_below_it(site, forget):
    theme = ThemeFactory()
    page = NewsFactory(parent=site.news, themes=[ThemeFactory(parent=theme)])
    forget()
    theme.parent = ThemeFactory()
    theme.save()
    assert waiting() == {page.pk}


def test_a_level_reaches_the_pages_of_every_kind_that_have_it(site, forget):
    level = LevelFactory(code="groep-5")
    pages = {
        NewsFactory(parent=site.news, levels=[level]).pk,
        PracticeFactory(parent=site.practices, levels=[level]).pk,
    }
    forget()
    level.synonyms = "gr 5"
    level.save()
    assert waiting() == pages


def test_a_region_reaches_practices_by_way_of_municipality_and_school(site):
    region = RegionFactory(code="twente")
    school = SchoolFactory(municipality=MunicipalityFactory(slug="hengelo", region=region))
    page = PracticeFactory(parent=site.practices, school=school)
    assert pages_that_show([region]) == {page.pk}


def test_a_new_name_of_a_school_reaches_its_practices(site, forget):
    page = PracticeFactory(parent=site.practices)
    forget()
    page.school.name = "De Nieuwe Naam"
    page.school.save()
    assert waiting() == {page.pk}


def test_a_person_reaches_the_pages_they_wrote(site, forget):
    person = PersonFactory()
    page = NewsFactory(parent=site.news)
    page.page_authors.create(person=person)
    page.save()
    forget()
    person.family_name = "Anders"
    person.save()
    assert waiting() == {page.pk}


def test_a_new_term_reaches_no_page(site, forget):
    forget()
    LevelFactory()
    assert waiting() == set()


def test_a_level_that_goes_reaches_the_pages_that_had_it(site, forget):
    level = LevelFactory()
    page = NewsFactory(parent=site.news, levels=[level])
    forget()
    level.delete()
    assert waiting() == {page.pk}


def test_a_draft_that_names_a_person_who_was_removed_can_still_be_published(site):
    person = PersonFactory()
    page = NewsFactory(parent=site.news)
    page.page_authors.create(person=person)
    page.contact = person
    revision = page.save_revision()
    person.delete()
    page.revisions.get(pk=revision.pk).publish()
    published = type(page).objects.get(pk=page.pk)
    assert (published.contact, published.page_authors.count()) == (None, 0)
