"""What members see and choose of their notifications on the site."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from delivery import reading, subscriptions, targets
from delivery.kinds import Message
from delivery.models import Notification, Preferences, Subscription
from delivery.targets import Target
from tests.factories import PlainPageFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db

LIST = "/account/meldingen/"
SETTINGS = "/account/meldingen/instellingen/"
LEVEL = "/account/meldingen/niveau/"
CHOICES = {"notifications_by_mail": "digest", "digest": "daily", "language": "en"}


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def member(client, user):
    """A browser in which this person is signed in."""
    client.force_login(user)
    return client


@pytest.fixture
def told(happening, user):
    happening.told_to(user)
    happening.happens()
    return happening


@pytest.fixture
def threads(monkeypatch):
    """Threads that one can follow; number 99 is hidden."""
    describe = {"thread": lambda pk, user: None if pk == "99" else Target(f"Gesprek {pk}", f"/gesprek/{pk}/")}
    monkeypatch.setattr(targets, "_kinds", describe)


def page(client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def test_the_list_shows_what_happened_and_why_you_hear_of_it(member, told):
    assert "Saar antwoordde je" in page(member)
    assert "Je doet mee aan dit gesprek." in page(member)


def test_the_list_shows_nothing_of_what_you_may_not_see_any_more(member, told, user):
    told.hidden_from = {user.pk}

    assert "Saar antwoordde je" not in page(member)
    assert "niet meer voor jou te zien" in page(member)


def test_what_others_heard_is_not_in_your_list(client, told):
    client.force_login(UserFactory())

    assert "Saar antwoordde je" not in page(client)


def test_opening_a_notification_leads_to_it_and_marks_it_read(member, told):
    answer = member.get(f"{LIST}{Notification.objects.get().pk}/")

    assert answer["Location"] == "/gesprek/12/#p3"
    assert Notification.objects.get().read_at is not None


def test_nobody_opens_a_notification_of_another(client, told):
    client.force_login(UserFactory())

    assert client.get(f"{LIST}{Notification.objects.get().pk}/").status_code == 404
    assert Notification.objects.get().read_at is None


def test_all_can_be_marked_read_at_once_and_only_your_own(member, happening, user):
    other = UserFactory()
    happening.told_to(user, other)
    happening.happens()

    member.post(f"{LIST}gelezen/")

    assert list(Notification.objects.filter(read_at=None).values_list("user_id", flat=True)) == [other.pk]


def test_the_page_of_a_thread_marks_what_is_about_it(happening, user):
    happening.told_to(user)
    happening.happens(about="thread:12")
    happening.happens(about="thread:13")

    assert reading.mark_read(user, "thread:12") == 1
    assert reading.unread_count(user) == 1


def test_the_bell_says_how_many_are_new(member, told):
    assert "1 nieuwe" in page(member)


def test_once_read_the_bell_counts_none(member, told):
    Notification.objects.update(read_at=timezone.now())

    assert "bell__count" not in page(member)


def test_visitors_have_no_bell_and_their_page_is_kept_for_all(client, django_assert_num_queries):
    PlainPageFactory(parent=small_site().home, slug="over")
    first = client.get("/over/").content.decode()

    with django_assert_num_queries(0):
        assert client.get("/over/").content.decode() == first
    assert LIST not in first


def test_the_list_takes_as_many_queries_for_twenty_as_for_two(member, happening, user):
    def number_of_queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            member.get(LIST)
        return len(asked)

    happening.told_to(user)
    happening.happens()
    happening.happens()
    member.get(LIST)
    for_two = number_of_queries()
    for _time in range(18):
        happening.happens()

    assert number_of_queries() == for_two


def test_a_long_list_has_pages(member, happening, user):
    happening.told_to(user)
    for number in range(21):
        happening.message = Message("Hoi", "", "/")
        happening.happens(key=f"{number}")

    assert page(member).count('class="notification ') == 20
    assert page(member, f"{LIST}?pagina=2").count('class="notification ') == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "999999"])
def test_a_page_that_is_not_there_is_the_nearest(member, told, number):
    assert "Saar antwoordde je" in page(member, f"{LIST}?pagina={number}")


def test_choices_are_kept(member, user):
    member.post(SETTINGS, CHOICES)

    chosen = Preferences.objects.get(user=user)
    assert (chosen.notifications_by_mail, chosen.digest, chosen.language) == ("digest", "daily", "en")


def test_without_choices_one_hears_at_once_and_weekly(user):
    from delivery.preferences import preferences_of

    chosen = preferences_of(user)
    assert (chosen.notifications_by_mail, chosen.digest, chosen.language) == ("immediately", "weekly", "nl")


def test_a_choice_that_does_not_exist_is_refused_and_the_others_stay_filled_in(member):
    answer = member.post(SETTINGS, {**CHOICES, "digest": "hourly"})

    assert answer.status_code == 200
    assert not Preferences.objects.exists()
    assert 'value="en" id="id_language_1" checked' in " ".join(answer.content.decode().replace(" required", "").split())


def test_the_page_says_what_one_hears_without_choosing_whatever_was_chosen_elsewhere(member, user, threads):
    without = page(member, SETTINGS)
    subscriptions.set_level(user, "thread:1", "none")

    assert ["in een gesprek waarin je meeschreef" in shown for shown in (without, page(member, SETTINGS))] == [True] * 2


def test_levels_can_be_changed_and_forgotten_on_one_page(member, user, threads):
    for number in (1, 2, 3):
        subscriptions.set_level(user, f"thread:{number}", "all")
    first, second, _third = Subscription.objects.order_by("target")

    member.post(SETTINGS, {**CHOICES, f"niveau-{first.pk}-level": "none", f"niveau-{second.pk}-level": ""})

    assert dict(Subscription.objects.values_list("target", "level")) == {"thread:1": "none", "thread:3": "all"}


def test_the_choices_of_others_cannot_be_changed(member, threads):
    other = UserFactory()
    subscriptions.set_level(other, "thread:1", "all")

    member.post(SETTINGS, {**CHOICES, f"niveau-{Subscription.objects.get().pk}-level": "none"})

    assert subscriptions.level_of(other, "thread:1") == "all"


def test_the_page_for_one_thing_shows_what_was_chosen_for_it(member, user, threads):
    subscriptions.set_level(user, "thread:12", "none")

    shown = " ".join(page(member, f"{LEVEL}?target=thread:12").replace(" required", "").split())

    assert ("Gesprek 12" in shown, 'value="none" id="id_level_2" checked' in shown) == (True, True)


@pytest.mark.parametrize("target", ["thread:99", "onzin:1", "", "thread:" + "9" * 5000])
def test_there_is_no_page_for_what_one_may_not_see(member, threads, target):
    assert member.get(LEVEL, {"target": target}).status_code == 404


def test_a_level_is_chosen_from_the_page_of_the_thing_itself(member, user, threads):
    answer = member.post(LEVEL, {"target": "thread:12", "level": "all", "terug": "/gesprek/12/?pagina=2"})

    assert answer["Location"] == "/gesprek/12/?pagina=2"
    assert subscriptions.level_of(user, "thread:12") == "all"


@pytest.mark.parametrize("away", ["https://kwaad.nl/", "//kwaad.nl/", "javascript:alert(1)", "/\\kwaad.nl"])
def test_choosing_leads_to_no_other_site(member, threads, away):
    assert member.post(LEVEL, {"target": "thread:12", "level": "all", "terug": away})["Location"] == "/gesprek/12/"


@pytest.mark.parametrize(
    ("target", "level"), [("thread:99", "all"), ("unknown:1", "all"), ("", "all"), ("thread:12", "loud")]
)
def test_what_one_may_not_see_or_does_not_exist_cannot_be_chosen(member, threads, target, level):
    assert member.post(LEVEL, {"target": target, "level": level}).status_code == 404
    assert not Subscription.objects.exists()


def test_a_thing_that_is_gone_stays_without_its_name_among_the_choices(member, user, threads):
    subscriptions.set_level(user, "thread:99", "all")

    assert "Iets dat er niet meer is" in page(member, SETTINGS)


@pytest.mark.parametrize("address", [LIST, SETTINGS])
def test_nobody_keeps_the_pages_of_a_member(member, address):
    assert "no-store" in member.get(address)["Cache-Control"]
