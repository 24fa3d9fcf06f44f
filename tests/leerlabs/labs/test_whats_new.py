"""What somebody has not seen yet in their Leerlabs."""

import datetime as dt

import pytest
from django.utils import timezone

from leerlabs.labs.whats_new import numbers_of_news, threads_with_news
from leerlabs.models import Reading, Thread
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def leerlab():
    small_site()
    return LeerlabFactory()


@pytest.fixture
def reader(leerlab):
    user = UserFactory()
    MembershipFactory(leerlab=leerlab, user=user, joined_at=NOW - dt.timedelta(days=7))
    for _ in range(3):
        MembershipFactory(leerlab=leerlab, joined_at=NOW - dt.timedelta(days=7))
    return user


def thread(leerlab, *, days_ago, posts=3, seen=None, by=None):
    moment = NOW - dt.timedelta(days=days_ago)
    made = Thread.objects.create(
        leerlab=leerlab, title="Een gesprek", post_count=posts, last_post_at=moment, last_author=by or UserFactory()
    )
    if seen is not None:
        user, number = seen
        Reading.objects.create(user=user, thread=made, last_number=number)
    return made


def news(reader, leerlab):
    return [row.thread for row in threads_with_news(reader, [leerlab.pk])]


def test_what_was_seen_in_part_or_came_after_joining_is_new(leerlab, reader):
    half_read = thread(leerlab, days_ago=2, seen=(reader, 1))
    fresh = thread(leerlab, days_ago=1)

    assert news(reader, leerlab) == [fresh, half_read]
    assert numbers_of_news(reader, [leerlab.pk]) == {leerlab.pk: 2}


def test_what_was_read_is_older_or_ones_own_is_not(leerlab, reader):
    thread(leerlab, days_ago=1, seen=(reader, 3))
    thread(leerlab, days_ago=30)
    thread(leerlab, days_ago=1, by=reader)

    assert news(reader, leerlab) == []
    assert numbers_of_news(reader, [leerlab.pk]) == {}


def test_what_is_hidden_is_not_new_either(leerlab, reader):
    hidden = thread(leerlab, days_ago=1)
    Thread.objects.filter(pk=hidden.pk).update(hidden_at=NOW)

    assert news(reader, leerlab) == []
