"""Ik probeer dit, and six weeks later: hielp het?"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from caching import generation
from delivery import kinds
from delivery.models import Event
from practices.models import Outcome, TryOut
from practices.trying import tryouts
from practices.trying.sums import sums_of
from tests.factories import LevelFactory, UserFactory

pytestmark = pytest.mark.django_db

SIX_WEEKS = timedelta(days=42)


def answered(practice, outcome, number=1):
    for _ in range(number):
        tryouts.answer(tryouts.begin(UserFactory(), practice, None), outcome, "", name_visible=False)


def heard_by(kind):
    return {
        reason.user_id
        for event in Event.objects.filter(kind=kind)
        for reason in kinds.get(kind).audience(event)
        if kinds.get(kind).may_see(event, type("Reader", (), {"pk": reason.user_id})())
    }


def message(kind, reader):
    return kinds.get(kind).present(Event.objects.get(kind=kind), reader)


def test_somebody_tries_a_practice_once_at_a_time(practice, teacher):
    first = tryouts.begin(teacher, practice, LevelFactory())

    assert tryouts.begin(teacher, practice, None) == first


def test_after_withdrawing_it_can_be_tried_again(practice, teacher):
    first = tryouts.begin(teacher, practice, None)
    tryouts.withdraw(first)

    assert tryouts.begin(teacher, practice, None) != first


def test_nobody_is_asked_before_six_weeks(practice, teacher):
    tryout = tryouts.begin(teacher, practice, None)

    assert tryouts.ask_whether_it_helped(tryout.started_at + SIX_WEEKS - timedelta(minutes=1)) == 0


def test_after_six_weeks_one_is_asked_once(practice, teacher):
    tryout = tryouts.begin(teacher, practice, None)

    assert tryouts.ask_whether_it_helped(tryout.started_at + SIX_WEEKS) == 1
    assert tryouts.ask_whether_it_helped(tryout.started_at + 2 * SIX_WEEKS) == 0
    assert heard_by("tryout_asked") == {teacher.pk}
    assert message("tryout_asked", teacher).url == reverse("practices:did_it_help", args=[tryout.uuid])


@pytest.mark.parametrize("end", ["withdrawn", "answered", "unpublished", "left"])
def test_who_has_nothing_to_say_any_more_is_not_asked(practice, teacher, end):
    tryout = tryouts.begin(teacher, practice, None)
    if end == "withdrawn":
        tryouts.withdraw(tryout)
    elif end == "answered":
        tryouts.answer(tryout, Outcome.NO, "", name_visible=False)
    elif end == "unpublished":
        practice.unpublish()
    else:
        TryOut.objects.update(user=None)

    assert tryouts.ask_whether_it_helped(timezone.now() + SIX_WEEKS) == 0


def test_who_withdrew_after_being_asked_is_told_nothing(practice, teacher):
    tryout = tryouts.begin(teacher, practice, None)
    tryouts.ask_whether_it_helped(timezone.now() + SIX_WEEKS)
    tryouts.withdraw(tryout)

    assert heard_by("tryout_asked") == set()


def test_the_contributor_hears_without_a_name(practice, teacher, contributor):
    tryouts.answer(tryouts.begin(teacher, practice, None), Outcome.YES, "Ze lazen graag.", name_visible=False)

    assert heard_by("tryout_answered") == {contributor.pk}
    told = message("tryout_answered", contributor)
    assert (told.title, told.text) == ("Een lid probeerde “Hardop denken”, en het hielp", "Ze lazen graag.")
    assert Event.objects.get(kind="tryout_answered").actor_id is None


def test_the_contributor_hears_the_name_of_who_allows_it(practice, teacher, contributor):
    tryouts.answer(tryouts.begin(teacher, practice, None), Outcome.PARTLY, "", name_visible=True)

    assert message("tryout_answered", contributor).title.startswith("Bo Jansen probeerde")


def test_who_did_not_get_round_to_it_is_no_news(practice, teacher):
    tryouts.answer(tryouts.begin(teacher, practice, None), Outcome.NOT_TRIED, "", name_visible=False)

    assert not Event.objects.filter(kind="tryout_answered").exists()


def test_sums_are_shown_from_a_minimum_on(practice, settings):
    settings.TRYOUT_MINIMUM_SHOWN = 3
    answered(practice, Outcome.YES, 2)
    assert (sums_of(practice.pk).tried, sums_of(practice.pk).answered) == (None, None)

    answered(practice, Outcome.NO)

    sums = sums_of(practice.pk)
    assert (sums.tried, sums.answered, sums.helped, sums.not_helped) == (3, 3, 2, 1)


def test_the_page_shows_numbers_and_nobody(client, practice, settings, teacher):
    settings.TRYOUT_MINIMUM_SHOWN = 2
    tryouts.answer(tryouts.begin(teacher, practice, None), Outcome.YES, "Geheime woorden", name_visible=True)
    answered(practice, Outcome.YES)

    html = client.get(practice.url).content.decode()

    assert "<dt>Het hielp</dt><dd>2</dd>" in html
    assert "Bo Jansen" not in html
    assert "Geheime woorden" not in html


def test_pages_are_made_anew_when_a_sum_changes_and_only_then(
    practice, settings, monkeypatch, django_capture_on_commit_callbacks
):
    renewed = []
    monkeypatch.setattr(generation, "renew", lambda: renewed.append(1))
    settings.TRYOUT_MINIMUM_SHOWN = 2

    with django_capture_on_commit_callbacks(execute=True):
        answered(practice, Outcome.YES)
    assert renewed == []
    with django_capture_on_commit_callbacks(execute=True):
        answered(practice, Outcome.YES)
    assert renewed


def test_a_visitor_is_led_to_signing_in_and_back(client, practice):
    address = reverse("practices:try", args=[practice.pk])
    html = client.get(practice.url).content.decode()
    assert f'href="{address}"' in html
    assert "csrfmiddlewaretoken" not in html

    response = client.get(address)

    assert response.status_code == 302
    assert response.url.endswith(f"next={address}")


def test_a_member_tries_stops_and_tries_again(client, practice, teacher):
    client.force_login(teacher)
    address = reverse("practices:try", args=[practice.pk])
    client.post(address)
    client.post(address)
    assert "Je probeert dit sinds" in client.get(practice.url).content.decode()

    client.post(reverse("practices:stop_trying", args=[TryOut.objects.get().uuid]))

    assert "Ik probeer dit" in client.get(practice.url).content.decode()


def test_the_answer_is_given_in_a_short_form_and_counts_once(client, practice, teacher):
    tryout = tryouts.begin(teacher, practice, None)
    client.force_login(teacher)
    address = reverse("practices:did_it_help", args=[tryout.uuid])
    assert client.post(address, {"words": "Mooi"}).status_code == 422

    client.post(address, {"outcome": "yes", "words": "<script>alert(1)</script>"})
    client.post(address, {"outcome": "no", "words": "Toch niet"})

    tryout.refresh_from_db()
    assert (tryout.outcome, tryout.words) == ("yes", "<script>alert(1)</script>")
    assert "<script>alert" not in client.get(address).content.decode()


def test_somebody_elses_try_out_does_not_exist(client, practice, teacher):
    tryout = tryouts.begin(teacher, practice, None)
    client.force_login(UserFactory())

    assert client.get(reverse("practices:did_it_help", args=[tryout.uuid])).status_code == 404
    assert client.post(reverse("practices:stop_trying", args=[tryout.uuid])).status_code == 404


def test_what_is_not_on_the_site_cannot_be_tried(client, practice, teacher):
    client.force_login(teacher)
    practice.unpublish()

    assert client.post(reverse("practices:try", args=[practice.pk])).status_code == 404


def test_asking_changes_nothing(client, practice, teacher):
    client.force_login(teacher)
    client.get(reverse("practices:try", args=[practice.pk]))

    assert not TryOut.objects.exists()


def test_the_page_asks_few_queries_of_a_member(client, practice, teacher, django_assert_max_num_queries):
    answered(practice, Outcome.YES, 6)
    tryouts.begin(teacher, practice, None)
    client.force_login(teacher)
    client.get(practice.url)

    with django_assert_max_num_queries(15):
        client.get(practice.url)
