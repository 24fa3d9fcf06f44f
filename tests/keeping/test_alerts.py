"""Alerts: what is new in a followed search is found once for each person, with one question for all who follow it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from keeping.alerts import following, matching, searches
from keeping.models import Alert, AlertedPage
from search import service
from search.engines.base import EngineUnavailable
from search.query.parse import InvalidSearch, parse
from tests.factories import NewsFactory, PracticeFactory, ThemeFactory, UserFactory
from tests.organisations.race import at_once
from vocabulary.merging import merge_themes

pytestmark = pytest.mark.django_db

LONG_AGO = dt.timedelta(days=400)


@pytest.fixture
def member():
    return UserFactory()


def follows(user, query, since=None):
    alert, _ = following.follow(user, query, "Wat ik volg")
    Alert.objects.filter(pk=alert.pk).update(created_at=since or timezone.now() - dt.timedelta(days=3))
    return alert


def found_by(user):
    return set(AlertedPage.objects.filter(user=user).values_list("page__title", flat=True))


def old(page):
    long_ago = timezone.now() - LONG_AGO
    type(page).objects.filter(pk=page.pk).update(first_published_at=long_ago, last_published_at=long_ago)


def test_a_new_page_that_the_search_finds_is_found(site, member, index_now):
    follows(member, "q=hardop+denken")
    PracticeFactory(parent=site.practices, title="Hardop denken in groep 5")
    PracticeFactory(parent=site.practices, title="Rekenen met munten")
    index_now()

    matching.run()

    assert found_by(member) == {"Hardop denken in groep 5"}


def test_filters_hold(site, member, index_now):
    follows(member, "q=hardop+denken&type=practice")
    NewsFactory(parent=site.news, title="Hardop denken in het nieuws")
    index_now()

    matching.run()

    assert found_by(member) == set()


def test_nothing_is_corrected_or_relaxed_for_an_alert(site, member, index_now):
    follows(member, "q=hardop+denkem")
    follows(member, "q=hardop+denken+munten")
    PracticeFactory(parent=site.practices, title="Hardop denken in groep 5")
    index_now()

    matching.run()

    assert found_by(member) == set()


def test_what_was_there_before_the_alert_is_no_news(site, member, index_now):
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()
    follows(member, "q=hardop", since=timezone.now() + dt.timedelta(seconds=1))

    matching.run()

    assert found_by(member) == set()


def test_an_old_page_is_news_once_its_substance_changes(site, member, index_now):
    page = PracticeFactory(parent=site.practices, title="Hardop denken")
    old(page)
    index_now()
    follows(member, "q=hardop")
    matching.run()
    assert found_by(member) == set()

    type(page).objects.filter(pk=page.pk).update(
        substantially_changed_on=timezone.localdate(), last_published_at=timezone.now()
    )
    matching.run()

    assert found_by(member) == {"Hardop denken"}


def test_a_typing_error_that_was_mended_is_no_news(site, member, index_now):
    page = PracticeFactory(parent=site.practices, title="Hardop denken")
    old(page)
    type(page).objects.filter(pk=page.pk).update(last_published_at=timezone.now())
    index_now()
    follows(member, "q=hardop")

    matching.run()

    assert found_by(member) == set()


def test_a_page_is_found_once_over_all_alerts_and_runs(site, member, index_now):
    theme = ThemeFactory(slug="lezen", name="Lezen")
    for query in ("q=hardop", "q=denken", searches.of_theme("lezen")):
        follows(member, query)
    PracticeFactory(parent=site.practices, title="Hardop denken", themes=[theme])
    index_now()

    for _ in range(2):
        matching.run()

    assert AlertedPage.objects.filter(user=member).count() == 1


def test_unpublished_moved_renamed_and_published_again_a_page_stays_the_same_news(site, member, index_now):
    follows(member, "q=krantenstukken")
    page = PracticeFactory(parent=site.practices, title="Hardop denken bij krantenstukken")
    index_now()
    assert matching.run().found == 1

    page.unpublish()
    page.move(site.news, pos="last-child")
    page.refresh_from_db()
    page.title, page.slug = "Krantenstukken in de klas", "krantenstukken"
    page.first_published_at = timezone.now()
    page.save_revision().publish()
    index_now()

    assert matching.run().found == 0
    assert AlertedPage.objects.filter(user=member).count() == 1


def test_a_page_that_not_everyone_may_read_is_nobodys_news(site, member, index_now):
    follows(member, "q=hardop")
    page = PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    matching.run()

    assert found_by(member) == set()


def test_when_the_engine_is_away_it_is_found_the_next_time(site, member, index_now, monkeypatch):
    follows(member, "q=hardop")
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()

    def away(*_args):
        raise EngineUnavailable("away")

    with monkeypatch.context() as patched:
        patched.setattr("keeping.alerts.matching.matching", away)
        assert not matching.run().is_complete
    assert found_by(member) == set()

    assert matching.run().is_complete
    assert found_by(member) == {"Hardop denken"}


def test_a_page_that_the_index_does_not_have_yet_is_found_the_next_time(site, member, index_now):
    follows(member, "q=hardop")
    PracticeFactory(parent=site.practices, title="Hardop denken")
    matching.run()
    assert found_by(member) == set()

    index_now()
    matching.run()

    assert found_by(member) == {"Hardop denken"}


def test_equal_searches_of_many_are_one_question_to_the_engine(site, index_now, monkeypatch):
    for _ in range(12):
        follows(UserFactory(), "q=hardop")
    follows(UserFactory(), "q=denken")
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()
    engine = service.current_engine()
    asked, search = [], engine.search
    monkeypatch.setattr(engine, "search", lambda plan: asked.append(plan) or search(plan))

    outcome = matching.run()

    assert (len(asked), outcome.searches, outcome.found) == (2, 2, 13)


def queries_of_a_run():
    AlertedPage.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        matching.run()
    return len(asked)


def test_more_members_with_the_same_search_cost_no_more_queries(site, index_now):
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()
    for _ in range(3):
        follows(UserFactory(), "q=hardop")
    matching.run()
    few = queries_of_a_run()

    for _ in range(30):
        follows(UserFactory(), "q=hardop")

    assert queries_of_a_run() == few


def test_rows_in_memory_stay_bounded(site, index_now, monkeypatch):
    monkeypatch.setattr(matching, "BATCH", 4)
    for number in range(3):
        PracticeFactory(parent=site.practices, title=f"Hardop denken {number}")
    for _ in range(5):
        follows(UserFactory(), "q=hardop")
    index_now()
    sizes, insert = [], matching._insert
    monkeypatch.setattr(matching, "_insert", lambda rows: sizes.append(len(rows)) or insert(rows))

    matching.run()

    assert max(sizes) <= 4
    assert AlertedPage.objects.count() == 15


def test_a_theme_that_was_merged_is_followed_under_its_new_name(site, member, index_now):
    gone, stays = ThemeFactory(slug="lezen", name="Lezen"), ThemeFactory(slug="begrijpend-lezen", name="Begrijpend")
    follows(member, searches.of_theme("lezen"))
    merge_themes(gone.pk, stays.pk)
    PracticeFactory(parent=site.practices, title="Hardop denken", themes=[stays])
    index_now()

    matching.run()

    assert found_by(member) == {"Hardop denken"}


def test_what_a_stopped_alert_found_and_nobody_was_told_another_finds_again(site, member, index_now):
    first = follows(member, "q=hardop")
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()
    matching.run()
    follows(member, "q=denken")
    following.stop(first)
    assert found_by(member) == set()

    matching.run()

    assert found_by(member) == {"Hardop denken"}


def test_what_an_alert_for_the_feed_found_first_the_digest_tells_when_another_alert_asks_it(site, member, index_now):
    quiet, loud = follows(member, "q=denken"), follows(member, "q=hardop")
    Alert.objects.filter(pk=quiet.pk).update(in_digest=False)
    PracticeFactory(parent=site.practices, title="Hardop denken")
    index_now()

    matching.run()

    assert AlertedPage.objects.get(user=member).alert == loud


def test_equal_searches_are_equal_texts():
    one = searches.canonical(parse({"q": ["lezen"], "thema": ["b", "a"], "sorteer": ["datum"], "pagina": ["3"]}))
    other = searches.canonical(parse({"thema": ["a", "b"], "q": [" lezen "]}))

    assert one == other
    assert searches.canonical(searches.request_of(one)) == one


@pytest.mark.parametrize("asked", [{}, {"q": ["lezen"], "thema": [f"{n}" * 90 for n in range(30)]}])
def test_a_search_that_asks_nothing_or_too_much_is_not_kept(asked):
    with pytest.raises(InvalidSearch):
        searches.canonical(parse(asked))


@pytest.mark.database
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_runs_at_the_same_time_keep_one_row_for_person_and_page(site, index_now):
    members = [UserFactory() for _ in range(4)]
    for member in members:
        follows(member, "q=hardop")
        follows(member, "q=denken")
    for number in range(3):
        PracticeFactory(parent=site.practices, title=f"Hardop denken {number}")
    index_now()

    outcomes = at_once(*[lambda: matching.run().is_complete] * 4)

    assert outcomes == ["True"] * 4
    assert AlertedPage.objects.count() == len(members) * 3
