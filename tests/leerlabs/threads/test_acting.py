"""Small actions: each says what it wants to be so, and who may."""

import pytest
from django.urls import reverse

from delivery.models import Event, Subscription
from leerlabs.models import Post, Reaction, Thread
from leerlabs.threads import moving
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads.writing import begin, member, say


def on_thread(name, thread):
    return reverse(f"leerlabs:{name}", args=[thread.leerlab.slug, thread.pk])


def on_post(name, post):
    return reverse(f"leerlabs:{name}", args=[post.thread.leerlab.slug, post.thread_id, post.pk])


@pytest.fixture
def answer(thread, leerlab):
    return say(thread, member(leerlab, "Piet Smit"))


@pytest.fixture
def as_host(client, host):
    client.force_login(host)
    return client


class TestReactions:
    def test_twice_is_once(self, as_saar, answer):
        for _ in range(2):
            as_saar.post(on_post("react", answer), {"soort": "dank", "aan": "1"})

        assert Reaction.objects.count() == 1

    def test_it_can_be_taken_back_twice(self, as_saar, answer):
        as_saar.post(on_post("react", answer), {"soort": "dank", "aan": "1"})
        for _ in range(2):
            as_saar.post(on_post("react", answer), {"soort": "dank", "aan": "0"})

        assert not Reaction.objects.exists()

    def test_an_unknown_one_is_refused(self, as_saar, answer):
        as_saar.post(on_post("react", answer), {"soort": "<script>", "aan": "1"})

        assert not Reaction.objects.exists()

    def test_its_button_says_what_it_is_and_whether_it_was_given(self, as_saar, answer):
        as_saar.post(on_post("react", answer), {"soort": "dank", "aan": "1"})

        page = as_saar.get(answer.thread.get_absolute_url()).content.decode()

        assert 'aria-pressed="true"' in page
        assert "Dank je wel" in page

    def test_asking_for_its_address_gives_nothing(self, as_saar, answer):
        assert as_saar.get(on_post("react", answer) + "?soort=dank&aan=1").status_code == 405
        assert not Reaction.objects.exists()


class TestAnswers:
    def test_who_asked_accepts(self, as_saar, answer):
        as_saar.post(on_post("accept", answer), {"aan": "1"})

        page = as_saar.get(answer.thread.get_absolute_url()).content.decode()
        assert "Dit is het antwoord</p>" in page and "Naar het antwoord" in page

    def test_another_member_does_not(self, client, leerlab, answer):
        client.force_login(member(leerlab, "Kees"))

        client.post(on_post("accept", answer), {"aan": "1"})

        assert Thread.objects.get(pk=answer.thread_id).accepted_post is None

    def test_the_question_itself_is_no_answer(self, as_saar, thread):
        as_saar.post(on_post("accept", thread.posts.get()), {"aan": "1"})

        assert Thread.objects.get(pk=thread.pk).accepted_post is None

    def test_it_is_told_once(self, as_saar, answer):
        for _ in range(2):
            as_saar.post(on_post("accept", answer), {"aan": "1"})

        assert Event.objects.filter(kind="answer").count() == 1


class TestModerating:
    @pytest.mark.parametrize("name", ["close", "pin", "move_thread"])
    def test_a_member_may_not(self, as_saar, thread, name):
        assert as_saar.post(on_thread(name, thread), {"aan": "1"}).status_code == 403

    def test_closing_and_opening(self, as_host, thread):
        as_host.post(on_thread("close", thread), {"aan": "1"})
        assert Thread.objects.get(pk=thread.pk).closed_at

        as_host.post(on_thread("close", thread), {"aan": "0"})
        assert Thread.objects.get(pk=thread.pk).closed_at is None

    def test_pinning(self, as_host, thread):
        as_host.post(on_thread("pin", thread), {"aan": "1"})

        assert Thread.objects.get(pk=thread.pk).pinned

    def test_a_thread_goes_to_a_leerlab_that_one_moderates_too(self, as_host, host, thread):
        other = LeerlabFactory(host=host)

        as_host.post(on_thread("move_thread", thread), {"leerlab": other.pk})

        assert Thread.objects.get(pk=thread.pk).leerlab == other

    def test_and_to_no_other(self, as_host, thread):
        other = LeerlabFactory()

        assert as_host.post(on_thread("move_thread", thread), {"leerlab": other.pk}).status_code == 404
        assert Thread.objects.get(pk=thread.pk).leerlab != other

    def test_a_post_goes_to_the_end_of_another_thread(self, as_host, leerlab, saar, answer):
        other = begin(leerlab, saar, title="Een ander gesprek")

        as_host.post(on_post("move_post", answer), {"gesprek": other.pk})

        moved = Post.objects.get(thread=other, number=2)
        left = Post.objects.get(pk=answer.pk)
        assert (moved.source, moved.author) == (answer.source, answer.author)
        assert (left.moved_to, left.source) == (moved, "")

    def test_its_old_address_leads_to_where_it_is(self, as_host, leerlab, saar, answer):
        other = begin(leerlab, saar)
        moved = moving.move_post(answer, other)

        assert as_host.get(on_post("post", answer)).url.endswith(f"#bericht-{moved.number}")

    def test_the_first_post_stays(self, thread, leerlab, saar):
        with pytest.raises(ValueError, match="cannot be moved"):
            moving.move_post(thread.posts.get(), begin(leerlab, saar))


def test_how_much_to_hear_of_a_thread_is_kept(as_saar, saar, thread):
    as_saar.post(on_thread("follow", thread), {"niveau": "all"})
    assert Subscription.objects.get(user=saar).target == f"thread:{thread.pk}"

    as_saar.post(on_thread("follow", thread), {"niveau": ""})
    assert not Subscription.objects.exists()
