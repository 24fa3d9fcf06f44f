"""Merging a theme into another one."""

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from home.models import ThemePage
from tests.factories import NewsFactory, ThemeFactory, ThemePageFactory, UserFactory, small_site
from vocabulary.memory import vocabulary
from vocabulary.merging import MergeRefusedError, merge_themes, plan_merge
from vocabulary.models import MergedTheme, Theme
from vocabulary.signals import pages_reclassified

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return small_site()


@pytest.fixture
def reading():
    return ThemeFactory(name="Lezen", slug="lezen", synonyms="leesonderwijs")


@pytest.fixture
def comprehension():
    return ThemeFactory(name="Begrijpend lezen", slug="begrijpend-lezen", synonyms="leesbegrip\nLeesonderwijs")


def themes_of(page):
    return set(type(page).objects.get(pk=page.pk).themes.values_list("slug", flat=True))


def test_pages_get_the_theme_that_stays(site, reading, comprehension):
    page = NewsFactory(parent=site.news, themes=[reading])
    merge_themes(reading.pk, comprehension.pk)
    assert themes_of(page) == {"begrijpend-lezen"}


def test_a_page_with_both_has_the_theme_once(site, reading, comprehension):
    page = NewsFactory(parent=site.news, themes=[reading, comprehension])
    merge_themes(reading.pk, comprehension.pk)
    assert page.theme_tags.model.objects.filter(content_object=page).count() == 1


def test_a_member_who_knows_much_of_it_knows_much_of_the_theme_that_stays(reading, comprehension):
    profile = UserFactory().profile
    profile.themes.add(reading)
    merge_themes(reading.pk, comprehension.pk)
    assert list(profile.themes.all()) == [comprehension]


def test_a_member_who_named_both_names_the_one_that_stays(reading, comprehension):
    profile = UserFactory().profile
    profile.themes.add(reading, comprehension)
    merge_themes(reading.pk, comprehension.pk)
    assert list(profile.themes.all()) == [comprehension]


def test_the_theme_that_goes_is_gone(reading, comprehension):
    merge_themes(reading.pk, comprehension.pk)
    assert list(Theme.objects.values_list("slug", flat=True)) == ["begrijpend-lezen"]


def test_the_old_name_and_synonyms_become_synonyms_once(reading, comprehension):
    merge_themes(reading.pk, comprehension.pk)
    comprehension.refresh_from_db()
    assert comprehension.synonym_list == ["leesbegrip", "Leesonderwijs", "Lezen"]


def test_themes_below_come_below_the_theme_that_stays(reading, comprehension):
    child = ThemeFactory(name="Voorlezen", parent=reading)
    merge_themes(reading.pk, comprehension.pk)
    child.refresh_from_db()
    assert child.parent == comprehension


def test_merging_into_a_theme_below_leaves_no_cycle(reading):
    language = ThemeFactory(name="Taal")
    reading.parent = language
    reading.save()
    child = ThemeFactory(name="Technisch lezen", parent=reading)
    grandchild = ThemeFactory(name="Hardop lezen", parent=child)
    merge_themes(reading.pk, grandchild.pk)
    grandchild.refresh_from_db()
    child.refresh_from_db()
    assert (grandchild.parent, child.parent) == (language, grandchild)


def test_the_old_slug_leads_to_the_theme_that_stays(reading, comprehension):
    merge_themes(reading.pk, comprehension.pk)
    assert vocabulary().merged_themes == {"lezen": "begrijpend-lezen"}


def test_a_chain_of_merges_leads_to_the_last_theme(reading, comprehension):
    language = ThemeFactory(name="Taal", slug="taal")
    merge_themes(reading.pk, comprehension.pk)
    merge_themes(comprehension.pk, language.pk)
    assert dict(MergedTheme.objects.values_list("slug", "theme__slug")) == {
        "lezen": "taal",
        "begrijpend-lezen": "taal",
    }


def test_a_new_theme_takes_its_slug_back(reading, comprehension):
    merge_themes(reading.pk, comprehension.pk)
    ThemeFactory(name="Lezen opnieuw", slug="lezen")
    assert not MergedTheme.objects.filter(slug="lezen").exists()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_old_theme_page_leads_to_the_new_one(site, client, reading, comprehension, prefix):
    ThemePageFactory(parent=site.themes, theme=reading, slug="lezen")
    stays = ThemePageFactory(parent=site.themes, theme=comprehension, slug="begrijpend-lezen")
    merge_themes(reading.pk, comprehension.pk)
    answer = client.get(f"{prefix}/themas/lezen/")
    assert (answer.status_code, answer["Location"]) == (301, f"{prefix}{stays.url}")


def test_a_redirect_to_the_old_theme_page_follows(site, reading, comprehension):
    old = ThemePageFactory(parent=site.themes, theme=reading)
    stays = ThemePageFactory(parent=site.themes, theme=comprehension)
    Redirect.add_redirect("/lees", old)
    merge_themes(reading.pk, comprehension.pk)
    assert Redirect.objects.get(old_path="/lees").redirect_page_id == stays.pk


def test_a_theme_page_moves_along_when_the_other_theme_has_none(site, reading, comprehension):
    page = ThemePageFactory(parent=site.themes, theme=reading)
    merge_themes(reading.pk, comprehension.pk)
    assert ThemePage.objects.get(pk=page.pk).theme == comprehension


def test_a_merge_never_leads_to_a_page_that_nobody_can_read(site, reading, comprehension):
    ThemePageFactory(parent=site.themes, theme=reading)
    ThemePageFactory(parent=site.themes, theme=comprehension, live=False, title="Begrijpend lezen")
    with pytest.raises(MergeRefusedError, match="Begrijpend lezen"):
        merge_themes(reading.pk, comprehension.pk)


def test_a_draft_with_the_old_theme_can_still_be_published(site, reading, comprehension):
    page = NewsFactory(parent=site.news)
    page.themes.add(reading)
    revision = page.save_revision()
    merge_themes(reading.pk, comprehension.pk)
    page.revisions.get(pk=revision.pk).publish()
    assert themes_of(page) == {"begrijpend-lezen"}


def test_an_earlier_version_with_both_themes_has_the_theme_once(site, reading, comprehension):
    page = NewsFactory(parent=site.news)
    page.themes.add(reading, comprehension)
    revision = page.save_revision()
    merge_themes(reading.pk, comprehension.pk)
    restored = page.revisions.get(pk=revision.pk).as_object()
    assert [theme.slug for theme in restored.themes.all()] == ["begrijpend-lezen"]


def test_whoever_keeps_copies_of_pages_hears_which_pages_changed(site, reading, comprehension):
    tagged = NewsFactory(parent=site.news, themes=[reading])
    below = NewsFactory(parent=site.news, themes=[ThemeFactory(parent=reading)])
    other = NewsFactory(parent=site.news, themes=[ThemeFactory()])
    heard = set()

    def listen(page_ids, **kwargs):
        heard.update(page_ids)

    pages_reclassified.connect(listen)
    merge_themes(reading.pk, comprehension.pk)
    pages_reclassified.disconnect(listen)
    assert {tagged.pk, below.pk} <= heard
    assert other.pk not in heard


def test_a_theme_is_not_merged_into_itself(reading):
    with pytest.raises(MergeRefusedError):
        merge_themes(reading.pk, reading.pk)


def test_a_theme_that_went_meanwhile_is_refused(reading, comprehension):
    gone = reading.pk
    merge_themes(reading.pk, comprehension.pk)
    with pytest.raises(MergeRefusedError):
        merge_themes(gone, comprehension.pk)


def test_the_plan_tells_beforehand_what_moves(site, reading, comprehension):
    NewsFactory(parent=site.news, themes=[reading])
    NewsFactory(parent=site.news, themes=[reading, comprehension], first_published_at=timezone.now())
    child = ThemeFactory(parent=reading)
    plan = plan_merge(reading, comprehension)
    assert (plan.retagged_pages, plan.pages_with_both) == (1, 1)
    assert (plan.children, plan.new_synonyms) == ((child,), ("Lezen",))
