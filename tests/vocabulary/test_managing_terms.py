"""Managing terms in the admin."""

import pytest
from django.urls import reverse

from tests.factories import LevelFactory, NewsFactory, ThemeFactory, ThemePageFactory, small_site
from vocabulary.models import MergedTheme, Theme

pytestmark = pytest.mark.django_db


def theme_form(**changes):
    form = {"name": "Lezen", "slug": "", "parent": "", "description": "", "synonyms": "", "uri": "", "order": "0"}
    return {**form, **changes}


def merge_url(theme):
    return reverse("themas_beheren:merge", args=[theme.pk])


def test_themes_are_listed_as_a_tree(chief):
    top = ThemeFactory(name="Taal", slug="taal", order=2)
    ThemeFactory(name="Rekenen", slug="rekenen", order=1)
    ThemeFactory(name="Lezen", slug="lezen", parent=top)
    html = chief.get(reverse("themas_beheren:index")).content.decode()
    assert html.index("Rekenen") < html.index("Taal") < html.index("\u2003Lezen")


def test_a_theme_is_found_by_its_synonym(chief):
    ThemeFactory(name="Begrijpend lezen", synonyms="leesbegrip")
    ThemeFactory(name="Rekenen")
    html = chief.get(reverse("themas_beheren:index_results"), {"q": "leesbegrip"}).content.decode()
    assert "Begrijpend lezen" in html
    assert "Rekenen" not in html


def test_the_slug_of_a_new_theme_is_made_of_its_name(chief):
    chief.post(reverse("themas_beheren:add"), theme_form(name="Begrijpend lezen"))
    assert Theme.objects.get().slug == "begrijpend-lezen"


def test_a_second_theme_with_such_a_name_gets_another_slug(chief):
    ThemeFactory(name="Lezen!", slug="lezen")
    chief.post(reverse("themas_beheren:add"), theme_form(name="Lezen"))
    assert set(Theme.objects.values_list("slug", flat=True)) == {"lezen", "lezen-2"}


def test_the_slug_does_not_change_afterwards(chief):
    theme = ThemeFactory(name="Lezen", slug="lezen")
    chief.post(reverse("themas_beheren:edit", args=[theme.pk]), theme_form(name="Leren lezen", slug="anders"))
    theme.refresh_from_db()
    assert (theme.name, theme.slug) == ("Leren lezen", "lezen")


def test_a_theme_cannot_be_placed_below_its_own_branch(chief):
    top = ThemeFactory(name="Taal")
    below = ThemeFactory(name="Lezen", parent=top)
    answer = chief.post(reverse("themas_beheren:edit", args=[top.pk]), theme_form(name="Taal", parent=below.pk))
    assert answer.status_code == 200
    top.refresh_from_db()
    assert top.parent is None


def test_a_theme_that_pages_have_stays_and_the_pages_are_named(chief):
    site = small_site()
    theme = ThemeFactory()
    NewsFactory(parent=site.news, title="Nieuws met thema", themes=[theme])
    answer = chief.post(reverse("themas_beheren:delete", args=[theme.pk]), follow=True)
    assert Theme.objects.filter(pk=theme.pk).exists()
    assert "Nieuws met thema" in answer.content.decode()


@pytest.mark.parametrize("name", ["niveaus", "vakken", "doelgroepen", "regios", "edities"])
def test_every_list_of_terms_opens(chief, name):
    LevelFactory()
    assert chief.get(reverse(f"{name}:index")).status_code == 200
    assert chief.get(reverse(f"{name}:add")).status_code == 200


class TestMerging:
    """From the list, with what moves shown first."""

    @pytest.fixture
    def reading(self):
        return ThemeFactory(name="Lezen", slug="lezen")

    @pytest.fixture
    def comprehension(self):
        return ThemeFactory(name="Begrijpend lezen", slug="begrijpend-lezen")

    def test_the_list_leads_to_it(self, chief, reading):
        assert merge_url(reading) in chief.get(reverse("themas_beheren:index")).content.decode()

    def test_the_form_of_a_theme_leads_to_it(self, chief, reading):
        url = reverse("themas_beheren:edit", args=[reading.pk])
        assert merge_url(reading) in chief.get(url).content.decode()

    def test_choosing_shows_what_moves_and_changes_nothing(self, chief, reading, comprehension):
        site = small_site()
        NewsFactory(parent=site.news, themes=[reading])
        ThemePageFactory(parent=site.themes, theme=reading, title="Alles over lezen")
        ThemePageFactory(parent=site.themes, theme=comprehension, title="Alles over begrijpen")
        html = chief.post(merge_url(reading), {"target": comprehension.pk}).content.decode()
        assert "1 pagina krijgt het thema dat blijft" in html
        assert "Alles over lezen" in html
        assert Theme.objects.count() == 2

    def test_confirming_merges(self, chief, reading, comprehension):
        chief.post(merge_url(reading), {"target": comprehension.pk, "confirm": "1"})
        assert MergedTheme.objects.get().slug == "lezen"

    def test_the_history_of_the_theme_that_stays_tells(self, chief, reading, comprehension):
        chief.post(merge_url(reading), {"target": comprehension.pk, "confirm": "1"})
        url = reverse("themas_beheren:history", args=[comprehension.pk])
        assert "“Lezen” hierin opgenomen" in chief.get(url).content.decode()

    def test_what_cannot_be_merged_is_explained(self, chief, reading, comprehension):
        site = small_site()
        ThemePageFactory(parent=site.themes, theme=reading)
        ThemePageFactory(parent=site.themes, theme=comprehension, title="Nog een concept", live=False)
        answer = chief.post(merge_url(reading), {"target": comprehension.pk, "confirm": "1"})
        assert "Nog een concept" in answer.content.decode()
        assert Theme.objects.count() == 2

    def test_without_a_choice_the_form_comes_back(self, chief, reading):
        assert chief.post(merge_url(reading), {"target": ""}).status_code == 200
