"""Classifying a page in its form."""

import pytest
from django.urls import reverse

from home.models import PlainPage
from tests.editorial.forms import plain_page_form
from tests.factories import LevelFactory, PlainPageFactory, ThemeFactory
from vocabulary.merging import merge_themes
from vocabulary.models import Theme


@pytest.fixture
def page(site):
    return PlainPageFactory(parent=site.home, slug="over-ons", live=False)


def save(client, page, **changes):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), plain_page_form(**changes))


def draft(page):
    return PlainPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def slugs(page):
    return {theme.slug for theme in draft(page).themes.all()}


def test_ticked_themes_are_kept(editor, page):
    ThemeFactory(slug="lezen")
    ThemeFactory(slug="rekenen")
    save(editor, page, themes=["lezen", "rekenen"])
    assert slugs(page) == {"lezen", "rekenen"}


def test_a_theme_that_is_no_longer_ticked_goes(editor, page):
    page.themes.add(ThemeFactory(slug="lezen"), ThemeFactory(slug="rekenen"))
    page.save_revision()
    save(editor, page, themes=["rekenen"])
    assert slugs(page) == {"rekenen"}


def test_a_word_that_is_no_theme_is_refused_and_makes_none(editor, page):
    save(editor, page, themes=["zelfbedacht"])
    assert not Theme.objects.exists()
    assert slugs(page) == set()


def test_a_theme_merged_while_the_form_was_open_counts_as_the_one_that_stayed(editor, page):
    old, new = ThemeFactory(slug="lezen"), ThemeFactory(slug="begrijpend-lezen")
    merge_themes(old.pk, new.pk)
    save(editor, page, themes=["lezen"])
    assert slugs(page) == {"begrijpend-lezen"}


def test_the_form_shows_themes_as_a_tree_with_those_of_the_page_ticked(editor, page):
    parent = ThemeFactory(name="Taal", slug="taal")
    page.themes.add(ThemeFactory(name="Lezen", slug="lezen", parent=parent))
    page.save_revision()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    below = html.split('class="term-tree__term term-tree__term--depth-1"', maxsplit=1)[1].split("</li>", maxsplit=1)[0]
    assert 'value="lezen"' in below
    assert "checked" in below
    assert html.index('value="taal"') < html.index('value="lezen"')


def test_ticked_levels_are_kept(editor, page):
    level = LevelFactory(code="groep-5")
    save(editor, page, levels=[str(level.pk)])
    assert [level.code for level in draft(page).levels.all()] == ["groep-5"]
