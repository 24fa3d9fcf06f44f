"""Polls: one choice or several, until their day, with a result that stands."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from delivery.models import Event
from leerlabs.models import Poll, PollVote, ThreadKind
from leerlabs.threads import polls
from tests.leerlabs.threads.writing import begin, form, member


def poll_of(leerlab, author, **fields):
    thread = begin(leerlab, author, kind=ThreadKind.POLL)
    settings = {"several": False, "closes_at": timezone.now() + timedelta(days=1), "result_shown": "closing", **fields}
    return polls.open_poll(thread, ["Ja", "Nee", "Soms"], **settings)


def vote(client, poll, *positions):
    chosen = list(poll.options.filter(position__in=positions).values_list("pk", flat=True))
    address = reverse("leerlabs:vote", args=[poll.thread.leerlab.slug, poll.thread_id])
    return client.post(address, {"keuze": chosen}, follow=True)


@pytest.fixture
def poll(leerlab, saar):
    return poll_of(leerlab, saar)


def test_a_member_makes_one(as_saar, leerlab):
    sent = form("Kies", title="Welke dag?", options="Maandag\nDinsdag", closes_on=timezone.localdate().isoformat())

    as_saar.post(reverse("leerlabs:start", args=[leerlab.slug]) + "?soort=peiling", {**sent, "result_shown": "voting"})

    assert [option.text for option in Poll.objects.get().options.all()] == ["Maandag", "Dinsdag"]


def test_choosing_again_replaces(as_saar, poll):
    vote(as_saar, poll, 0)
    vote(as_saar, poll, 1)

    assert PollVote.objects.get().option.text == "Nee"


def test_one_choice_is_one(as_saar, poll):
    vote(as_saar, poll, 0, 1)

    assert not PollVote.objects.exists()


def test_several_where_that_is_allowed(as_saar, leerlab, saar):
    vote(as_saar, poll_of(leerlab, saar, several=True), 0, 2)

    assert PollVote.objects.count() == 2


def test_an_option_of_another_poll_counts_for_nothing(as_saar, leerlab, saar, poll):
    other = poll_of(leerlab, saar)
    address = reverse("leerlabs:vote", args=[leerlab.slug, poll.thread_id])

    as_saar.post(address, {"keuze": [other.options.first().pk]})

    assert not PollVote.objects.exists()


def test_before_the_end_nobody_knows_how_it_stands(as_saar, poll):
    page = vote(as_saar, poll, 0).content.decode()

    assert "poll__bar" not in page


def test_who_voted_sees_how_it_stands_where_that_was_chosen(client, leerlab, saar):
    poll = poll_of(leerlab, saar, result_shown="voting")
    client.force_login(saar)
    assert "poll__bar" not in client.get(poll.thread.get_absolute_url()).content.decode()

    assert "100%" in vote(client, poll, 0).content.decode()


class TestClosing:
    @pytest.fixture
    def closed(self, client, leerlab, saar, poll):
        for name, position in (("Piet", 0), ("Kees", 0), ("Jan", 1)):
            client.force_login(member(leerlab, name))
            vote(client, poll, position)
        client.logout()
        Poll.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
        assert polls.close_due() == 1
        return Poll.objects.get()

    def test_the_result_is_there_for_everyone(self, client, closed):
        page = client.get(closed.thread.get_absolute_url()).content.decode()

        assert "67%" in page and "3 leden hebben gestemd" in page

    def test_it_is_told_once(self, closed):
        assert polls.close_due() == 0
        assert Event.objects.filter(kind="poll").count() == 1

    def test_it_stands_when_somebody_leaves(self, closed):
        PollVote.objects.all().delete()

        assert [option.votes for option in polls.shown_to(closed, None).options] == [2, 1, 0]

    def test_nobody_votes_any_more(self, client, leerlab, closed):
        client.force_login(member(leerlab, "Laat"))

        vote(client, closed, 2)

        assert PollVote.objects.count() == 3

    def test_the_time_counts_before_the_job_came_by(self, saar, poll):
        Poll.objects.update(closes_at=timezone.now() - timedelta(seconds=1))

        with pytest.raises(polls.PollIsClosed):
            polls.vote(poll, saar, [poll.options.first().pk])


def test_the_page_says_nothing_of_who_chose_what(client, leerlab, saar, poll):
    chooser = member(leerlab, "Stille Kiezer")
    client.force_login(chooser)
    vote(client, poll, 0)
    polls.close_now(poll)
    client.logout()

    assert "Stille Kiezer" not in client.get(poll.thread.get_absolute_url()).content.decode()
