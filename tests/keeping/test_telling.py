"""Telling what alerts found: in the one digest, in a feed by a secret address, never twice."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from delivery.digest import run, sources
from delivery.models import DigestedItem, DigestIssue, OutgoingMail
from keeping.alerts import feeds, following, telling
from keeping.models import AlertedPage
from tests.factories import PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db

ENTRY_ID = re.compile(r"<entry>.*?<id>(.*?)</id>", re.DOTALL)
MONDAY, TUESDAY, NEXT_MONDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24), dt.date(2026, 11, 30)


@pytest.fixture(autouse=True)
def only_alerts(monkeypatch):
    """The digest has no other source."""
    monkeypatch.setattr(sources, "_sources", {"alerts": telling.for_digest})


@pytest.fixture
def member():
    return UserFactory(date_joined=timezone.now() - dt.timedelta(days=60))


@pytest.fixture
def alert(member):
    return following.follow(member, "q=hardop", "Hardop denken")[0]


def found(user, alert, page):
    return AlertedPage.objects.create(user=user, page=page, alert=alert)


def told(user):
    return [item["title"] for issue in DigestIssue.objects.filter(user=user) for item in issue.items]


def test_what_was_found_stands_in_the_digest_with_the_name_of_what_is_followed(site, member, alert):
    found(member, alert, PracticeFactory(parent=site.practices, title="Hardop denken in groep 5"))

    run.make_batch([member.pk], MONDAY)

    item = DigestIssue.objects.get(user=member).items[0]
    assert (item["title"], item["why"]) == ("Hardop denken in groep 5", "Je volgt “Hardop denken”")
    assert OutgoingMail.objects.filter(user=member).count() == 1


def test_a_page_is_told_once(site, member, alert):
    found(member, alert, PracticeFactory(parent=site.practices, title="Hardop denken"))
    run.make_batch([member.pk], MONDAY)
    DigestIssue.objects.update(created_at=timezone.now() - dt.timedelta(days=7))

    run.make_batch([member.pk], NEXT_MONDAY)

    assert told(member) == ["Hardop denken"]


def test_what_found_no_place_comes_with_the_next_digest(site, member, alert):
    for number in range(7):
        found(member, alert, PracticeFactory(parent=site.practices, title=f"Hardop {number}"))
    run.make_batch([member.pk], MONDAY)
    DigestIssue.objects.update(created_at=timezone.now() - dt.timedelta(days=7))

    run.make_batch([member.pk], NEXT_MONDAY)

    assert sorted(told(member)) == [f"Hardop {number}" for number in range(7)]


def test_a_digest_that_waits_for_the_mail_server_keeps_what_it_tells(site, member, alert):
    page = PracticeFactory(parent=site.practices)
    found(member, alert, page)
    DigestedItem.objects.create(user=member, key=f"page:{page.pk}")

    assert [item.key for item in telling.for_digest(member, timezone.now())] == [f"page:{page.pk}"]


def test_a_page_that_went_away_meanwhile_is_not_told(site, member, alert):
    page = PracticeFactory(parent=site.practices)
    found(member, alert, page)
    page.unpublish()

    assert list(telling.for_digest(member, timezone.now())) == []


def test_an_alert_for_the_feed_alone_is_not_in_the_digest(site, member, alert):
    alert.in_digest = False
    alert.save()
    found(member, alert, PracticeFactory(parent=site.practices))

    assert list(telling.for_digest(member, timezone.now())) == []


def test_somebody_elses_news_is_not_mine(site, member, alert):
    found(member, alert, PracticeFactory(parent=site.practices))

    assert list(telling.for_digest(UserFactory(), timezone.now())) == []


def test_the_source_asks_one_query_however_much_there_is(site, member, alert, django_assert_num_queries):
    for _ in range(3):
        found(member, alert, PracticeFactory(parent=site.practices))
    list(telling.for_digest(member, timezone.now()))

    with django_assert_num_queries(1):
        assert len(list(telling.for_digest(member, timezone.now()))) == 3


def test_the_feed_has_it_too_for_whoever_has_the_address(site, client, member, alert):
    found(member, alert, PracticeFactory(parent=site.practices, title="Hardop denken in groep 5"))

    answer = client.get(f"/account/bewaard/feed/{feeds.make_address(member)}/")

    assert "Hardop denken in groep 5" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_page_that_moved_or_got_another_title_is_no_news_to_a_feed_reader(site, client, member, alert):
    page = PracticeFactory(parent=site.practices, title="Hardop denken in groep 5")
    found(member, alert, page)
    address = f"/account/bewaard/feed/{feeds.make_address(member)}/"
    before = ENTRY_ID.findall(client.get(address).content.decode())

    page.title, page.slug = "Hardop denken in groep 6", "hardop-denken-6"
    page.save_revision().publish()

    after = client.get(address).content.decode()
    assert "Hardop denken in groep 6" in after
    assert ENTRY_ID.findall(after) == before != []


def test_a_name_with_signs_that_no_feed_can_carry_breaks_no_feed(site, client, member, alert):
    client.force_login(member)
    client.post(f"/account/bewaard/volgen/{alert.pk}/", {"name": "Hardop\x08\x1f denken", "in_digest": "on"})
    found(member, alert, PracticeFactory(parent=site.practices))

    answer = client.get(f"/account/bewaard/feed/{feeds.make_address(member)}/")

    assert "Hardop denken" in answer.content.decode()


def test_an_address_is_told_once_and_ended_by_a_new_one_or_by_its_owner(client, member):
    client.force_login(member)
    shown = client.post("/account/bewaard/feed/", {"maak": "1"}).content.decode()
    first = shown.partition('readonly value="')[2].partition('"')[0]
    assert client.get(first).status_code == 200
    assert first not in client.get("/account/bewaard/feed/").content.decode()

    second = f"/account/bewaard/feed/{feeds.make_address(member)}/"
    assert client.get(first).status_code == 404

    client.post("/account/bewaard/feed/", {"stop": "1"})
    assert client.get(second).status_code == 404


def test_the_feed_shows_no_page_that_is_not_public(site, client, member, alert):
    page = PracticeFactory(parent=site.practices, title="Ingetrokken")
    found(member, alert, page)
    address = f"/account/bewaard/feed/{feeds.make_address(member)}/"
    page.unpublish()

    assert "Ingetrokken" not in client.get(address).content.decode()
