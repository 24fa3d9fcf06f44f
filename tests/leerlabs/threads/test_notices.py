"""Who hears of what is said, and in which words."""

import pytest
from django.utils import timezone

from delivery import kinds
from delivery.models import Event
from leerlabs.models import Post
from leerlabs.threads import announcing, posting, state
from tests.factories import InsightFactory, UserFactory
from tests.leerlabs.threads.writing import begin, member, say


@pytest.fixture
def piet(leerlab):
    return member(leerlab, "Piet Smit")


def heard_by(event):
    return {reason.user_id for reason in kinds.get(event.kind).audience(event)}


def test_who_began_the_thread_hears_of_a_reply(saar, piet, thread):
    say(thread, piet)

    event = Event.objects.get(kind="post")
    assert heard_by(event) == {saar.pk}
    assert (event.actor_id, event.about) == (piet.pk, f"thread:{thread.pk}")


def test_whose_post_is_answered_hears_of_it(saar, piet, leerlab, thread):
    kees = member(leerlab, "Kees")
    post = say(thread, kees)

    say(thread, piet, reply_to=post)

    assert heard_by(Event.objects.filter(kind="post").latest("pk")) == {saar.pk, kees.pk}


def test_who_is_mentioned_hears_that_and_not_the_rest(saar, piet, thread):
    say(thread, piet, "Dag @Saar Jansen")

    assert heard_by(Event.objects.get(kind="mention")) == {saar.pk}
    assert heard_by(Event.objects.get(kind="post")) == set()


def test_a_new_thread_concerns_nobody(leerlab, piet):
    begin(leerlab, piet)

    assert heard_by(Event.objects.get(kind="thread")) == set()


def test_who_answered_and_who_asked_hear_of_the_answer(saar, piet, host, thread):
    state.accept(say(thread, piet), host.pk)

    assert heard_by(Event.objects.get(kind="answer")) == {saar.pk, piet.pk}


def test_the_message_names_who_and_where(saar, piet, thread):
    say(thread, piet, "Zo doen **wij** dat, @Saar Jansen.")

    message = kinds.message_for(Event.objects.get(kind="mention"), saar)

    assert message.title == "Piet Smit noemt je in “Een vraag”"
    assert message.text == "Zo doen wij dat, @Saar Jansen."


def test_the_words_of_a_card_stand_apart(saar, piet, thread, site):
    InsightFactory(parent=site.insights, slug="inzicht", title="Samen lezen", summary="Wat het doet.")
    say(thread, piet, "Kijk @Saar Jansen:\n\n/onderzoek/inzicht/")

    message = kinds.message_for(Event.objects.get(kind="mention"), saar)

    assert message.text == "Kijk @Saar Jansen: Onderzoek Samen lezen Wat het doet."


@pytest.mark.parametrize("kind", ["post", "mention"])
def test_who_may_no_longer_read_hears_nothing(saar, piet, leerlab, thread, kind):
    leerlab.visibility = "members"
    leerlab.save()
    say(thread, piet, "Dag @Saar Jansen")

    assert kinds.message_for(Event.objects.get(kind=kind), UserFactory()) is None


@pytest.mark.parametrize("field", ["hidden_at", "deleted_at"])
def test_of_what_is_gone_nothing_is_told(saar, piet, thread, field):
    post = say(thread, piet)
    Post.objects.filter(pk=post.pk).update(**{field: timezone.now()})
    event = Event.objects.get(kind="post")

    assert kinds.message_for(event, member(thread.leerlab, "Kees")) is None


def test_what_waits_for_a_moderator_is_told_when_it_is_shown(saar, piet, thread):
    post = say(thread, piet, held=True)
    assert not Event.objects.filter(kind="post").exists()

    posting.release(post)

    assert Event.objects.get(kind="post").data == {"post": post.pk}
    thread.refresh_from_db()
    assert thread.last_author == piet


def test_the_same_thing_is_told_once(piet, thread):
    post = say(thread, piet)

    announcing.post_written(post)

    assert Event.objects.filter(kind="post").count() == 1
