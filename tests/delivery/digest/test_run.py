"""The run that makes the digests of a day."""

from __future__ import annotations

import gc
import tracemalloc
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from delivery.digest import DigestItem, register_source, run
from delivery.models import DigestedItem, DigestIssue, OutgoingMail, Preferences
from delivery.sending.worker import send_waiting
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def run_on(day: date) -> dict[str, int]:
    return run.make_digests.func(day.isoformat())


def today() -> date:
    return timezone.localdate()


def a_period_passes() -> None:
    """All that was made is of a fortnight ago."""
    earlier = timezone.now() - timedelta(days=14)
    DigestIssue.objects.update(created_at=earlier, period="earlier")


def test_news_reaches_a_member_in_one_mail(news, member, settings):
    user = member()
    news.items = [
        DigestItem("a", "Wie heeft ervaring met breuken?", "/vraag/1/", "Nog zonder antwoord", weight=2),
        DigestItem("b", "Een praktijk uit groep 5", "/praktijk/2/"),
    ]

    run_on(today())
    send_waiting()

    (message,) = mail.outbox
    assert message.to == [user.email]
    assert message.subject == "Wie heeft ervaring met breuken? (en meer)"
    for part in (message.body, message.alternatives[0][0]):
        assert f"{settings.SITE_URL}/vraag/1/" in part
        assert "Nog zonder antwoord" in part
        assert "Een praktijk uit groep 5" in part
    assert "List-Unsubscribe" in message.extra_headers


def test_without_news_there_is_no_mail(news, member):
    member()

    assert run_on(today()) == {"people": 1, "mails": 0}
    assert not OutgoingMail.objects.exists()


def test_a_period_is_looked_at_once_also_without_news(news, member):
    member()
    run_on(today())
    news.items = [DigestItem("a", "Later op de dag", "/")]

    assert run_on(today()) == {"people": 0, "mails": 0}


def test_nothing_is_mentioned_twice(news, member):
    member()
    news.items = [DigestItem("a", "Oud", "/")]
    run_on(today())
    a_period_passes()

    assert run_on(today()) == {"people": 1, "mails": 0}


def test_what_is_new_next_time_is_mentioned(news, member):
    member()
    news.items = [DigestItem("a", "Oud", "/")]
    run_on(today())
    a_period_passes()
    news.items.append(DigestItem("b", "Nieuw", "/"))
    run_on(today())

    assert [item["title"] for item in DigestIssue.objects.latest("pk").items] == ["Nieuw"]


def test_who_wants_no_digest_gets_none(news, member):
    Preferences.objects.create(user=member(), digest="none")
    news.items = [DigestItem("a", "Nieuw", "/")]

    assert run_on(today())["people"] == 0


def test_a_closed_or_suspended_account_gets_none(news, member):
    from accounts.standing import suspend

    member(is_active=False)
    suspend(member(), reason="", by=None)
    news.items = [DigestItem("a", "Nieuw", "/")]

    assert run_on(today())["people"] == 0


def test_who_joined_just_now_waits_for_the_next_period(news):
    UserFactory()
    news.items = [DigestItem("a", "Nieuw", "/")]

    assert run_on(today())["people"] == 0


def test_an_address_that_was_never_confirmed_gets_none(news, member):
    from allauth.account.models import EmailAddress

    user = member()
    EmailAddress.objects.create(user=user, email=user.email, verified=False, primary=True)

    assert run_on(today())["people"] == 0


def test_a_source_that_fails_holds_up_no_other(news, member):
    def fail(user, since):
        raise RuntimeError("of the room")

    register_source("failing", fail)
    member()
    news.items = [DigestItem("a", "Nieuw", "/")]

    assert run_on(today())["mails"] == 1


def test_it_speaks_the_language_of_the_reader(news, member):
    from django.utils.translation import gettext_lazy

    Preferences.objects.create(user=member(), language="en")
    news.items = [DigestItem("a", "Een titel", "/", why=gettext_lazy("Zoeken"))]

    run_on(today())

    assert DigestIssue.objects.get().items[0]["why"] == "Search"


def test_groups_and_themes_of_the_profile_choose(news, member):
    from tests.factories import ThemeFactory

    reading, maths = ThemeFactory(), ThemeFactory()
    member().profile.themes.add(reading)
    news.items = [
        DigestItem("reading", "Lezen", "/", theme_ids=frozenset({reading.pk})),
        DigestItem("maths", "Rekenen", "/", theme_ids=frozenset({maths.pk})),
    ]

    run_on(today())

    assert [item["key"] for item in DigestIssue.objects.get().items] == ["reading"]


def test_notifications_that_were_to_be_in_the_digest_are_in_it_unless_read(happening, no_sources, member):
    from delivery.digest.from_notifications import unread_notifications

    register_source("notifications", unread_notifications)
    user = member()
    Preferences.objects.create(user=user, notifications_by_mail="digest")
    happening.told_to(user)
    happening.happens()

    run_on(today())

    assert [item["title"] for item in DigestIssue.objects.get().items] == ["Saar antwoordde je"]


def test_after_long_waiting_nothing_is_sent_that_may_not_be_seen_any_more(news, member):
    member()
    news.items = [DigestItem("a", "Gesloten", "/a/"), DigestItem("b", "Open", "/b/")]
    run_on(today())
    DigestIssue.objects.update(created_at=timezone.now() - timedelta(hours=2))
    del news.items[0]

    send_waiting()

    assert "Open" in mail.outbox[0].body
    assert "Gesloten" not in mail.outbox[0].body


def test_when_nothing_is_left_to_see_no_digest_is_sent(news, member):
    member()
    news.items = [DigestItem("a", "Gesloten", "/a/")]
    run_on(today())
    DigestIssue.objects.update(created_at=timezone.now() - timedelta(hours=2))
    news.items = []

    send_waiting()

    assert mail.outbox == []


def test_a_run_that_was_cut_short_goes_on_where_nobody_was_yet(news, member, monkeypatch):
    monkeypatch.setattr(run, "BATCH", 2)
    for _number in range(6):
        member()
    news.items = [DigestItem("a", "Nieuw", "/")]
    keep, kept = run._keep, []

    def keep_once(chosen, day):
        if kept:
            raise KeyboardInterrupt
        kept.append(chosen)
        keep(chosen, day)

    monkeypatch.setattr(run, "_keep", keep_once)
    with pytest.raises(KeyboardInterrupt):
        run_on(today())
    monkeypatch.setattr(run, "_keep", keep)

    assert OutgoingMail.objects.count() == 2
    assert run_on(today()) == {"people": 4, "mails": 4}
    assert OutgoingMail.objects.values("user_id").distinct().count() == OutgoingMail.objects.count() == 6


def test_of_two_runs_at_the_same_time_one_makes_the_digest(news, member):
    user = member()
    news.items = [DigestItem("a", "Nieuw", "/")]
    first = run._due([user.pk], today())
    second = run._due([user.pk], today())

    run._keep([(person, news.items) for person in first], today())
    run._keep([(person, news.items) for person in second], today())

    assert (DigestIssue.objects.count(), OutgoingMail.objects.count(), DigestedItem.objects.count()) == (1, 1, 1)


def several_hundred(number: int) -> list[int]:
    """So many accounts with their profiles, made at once."""
    from accounts.models import Profile, User

    joined = timezone.now() - timedelta(days=30)
    users = User.objects.bulk_create(
        User(email=f"lid{number}@example.nl", password="!", date_joined=joined) for number in range(number)
    )
    Profile.objects.bulk_create(Profile(user=user) for user in users)
    return [user.pk for user in users]


def test_a_batch_takes_the_same_number_of_queries_for_forty_as_for_five(news):
    news.items = [DigestItem(str(number), "Nieuw", "/") for number in range(5)]
    first, *people = several_hundred(46)
    # The first batch of a process also looks up what the others have in memory.
    run.make_batch([first], today())
    with CaptureQueriesContext(connection) as for_five:
        run.make_batch(people[:5], today())
    with CaptureQueriesContext(connection) as for_forty:
        run.make_batch(people[5:], today())

    assert len(for_forty) == len(for_five) <= 20


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_members(news, monkeypatch):
    """The second half of the members takes no more memory at its height than the first did."""
    monkeypatch.setattr(run, "BATCH", 25)
    news.items = [DigestItem(str(number), "Een titel van gewone lengte", f"/praktijk/{number}/") for number in range(9)]
    people = several_hundred(800)
    batches = [people[start : start + 25] for start in range(0, len(people), 25)]
    run.make_batch(batches.pop(0), today())
    peaks = []
    tracemalloc.start()
    try:
        for half in (batches[: len(batches) // 2], batches[len(batches) // 2 :]):
            gc.collect()
            tracemalloc.reset_peak()
            for batch in half:
                run.make_batch(batch, today())
                news.asked_since.clear()
            peaks.append(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()

    assert OutgoingMail.objects.count() == 800
    assert peaks[1] < peaks[0] * 1.1
