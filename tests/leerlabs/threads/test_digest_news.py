"""What the digest brings of Leerlabs, and to whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from delivery import subscriptions
from leerlabs.models import Thread, ThreadKind
from leerlabs.threads.digest_news import from_leerlabs
from tests.factories import ThemeFactory, UserFactory, small_site
from tests.factories.leerlabs import LeerlabFactory, MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(db):
    return small_site()


@pytest.fixture
def reader():
    return UserFactory()


def thread(leerlab, **values):
    return Thread.objects.create(leerlab=leerlab, title="Hoe doen jullie dit?", author=UserFactory(), **values)


def titles_and_weights(reader, days=7):
    return [(item.key, item.weight) for item in from_leerlabs(reader, timezone.now() - timedelta(days=days))]


def test_what_began_in_an_own_leerlab_is_for_its_members_and_a_question_comes_first(reader):
    leerlab = LeerlabFactory(visibility="hidden")
    MembershipFactory(leerlab=leerlab, user=reader)
    talk, question = thread(leerlab), thread(leerlab, kind=ThreadKind.QUESTION)

    weights = dict(titles_and_weights(reader))

    assert set(weights) == {f"thread:{talk.pk}", f"thread:{question.pk}"}
    assert weights[f"thread:{question.pk}"] > weights[f"thread:{talk.pk}"]
    assert titles_and_weights(UserFactory()) == []


def test_elsewhere_only_questions_that_wait_with_the_themes_of_the_leerlab(reader):
    theme = ThemeFactory()
    leerlab = LeerlabFactory(visibility="open", themes=[theme])
    thread(leerlab)
    thread(leerlab, kind=ThreadKind.QUESTION, closed_at=timezone.now())
    waiting = thread(leerlab, kind=ThreadKind.QUESTION)

    (item,) = from_leerlabs(reader, timezone.now() - timedelta(days=7))

    assert (item.key, item.theme_ids, leerlab.title in item.why) == (f"thread:{waiting.pk}", {theme.pk}, True)


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_a_question_in_a_leerlab_that_is_not_open_is_no_news_to_who_takes_no_part(reader, visibility):
    theme = ThemeFactory()
    reader.profile.themes.add(theme)
    thread(LeerlabFactory(visibility=visibility, themes=[theme]), kind=ThreadKind.QUESTION)

    assert titles_and_weights(reader) == []


def test_nothing_old_own_hidden_or_silenced(reader):
    leerlab, silenced = LeerlabFactory(visibility="open"), LeerlabFactory(visibility="open")
    for one in (leerlab, silenced):
        MembershipFactory(leerlab=one, user=reader)
    thread(leerlab, created_at=timezone.now() - timedelta(days=8))
    thread(leerlab, hidden_at=timezone.now())
    thread(silenced)
    Thread.objects.create(leerlab=leerlab, title="Van mij", author=reader)
    subscriptions.set_level(reader, f"leerlab:{silenced.pk}", "none")

    assert titles_and_weights(reader) == []
