"""Merges at the same moment, from several connections."""

import threading

import pytest
from django.db import connection

from tests.factories import NewsFactory, ThemeFactory, small_site
from vocabulary.merging import MergeRefusedError, merge_themes
from vocabulary.models import MergedTheme, Theme, ThemedPage

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def at_once(*merges):
    """Run these merges side by side; the outcome of each: ``merged`` or ``refused``."""
    start = threading.Barrier(len(merges))
    outcomes = [""] * len(merges)

    def run(place, source, target):
        try:
            start.wait(timeout=10)
            merge_themes(source, target)
            outcomes[place] = "merged"
        except MergeRefusedError:
            outcomes[place] = "refused"
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, *pair)) for place, pair in enumerate(merges)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(outcomes)


@pytest.fixture
def themes():
    return [ThemeFactory(name=name, slug=name) for name in ("lezen", "taal", "schrijven")]


def test_two_themes_merged_into_each_other_leave_one(themes):
    reading, language, _ = themes
    assert at_once((reading.pk, language.pk), (language.pk, reading.pk)) == ["merged", "refused"]
    assert Theme.objects.filter(pk__in=[reading.pk, language.pk]).count() == 1


def test_one_theme_merged_twice_goes_once(themes):
    reading, language, writing = themes
    assert at_once((reading.pk, language.pk), (reading.pk, writing.pk)) == ["merged", "refused"]
    assert MergedTheme.objects.filter(slug="lezen").count() == 1


def test_two_merges_into_one_theme_lose_no_synonym_and_no_page(themes):
    reading, language, writing = themes
    site = small_site()
    page = NewsFactory(parent=site.news, themes=[reading, writing])
    assert at_once((reading.pk, language.pk), (writing.pk, language.pk)) == ["merged", "merged"]
    language.refresh_from_db()
    assert set(language.synonym_list) == {"lezen", "schrijven"}
    assert list(ThemedPage.objects.filter(content_object=page).values_list("tag", flat=True)) == [language.pk]
