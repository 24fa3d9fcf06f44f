"""What closing, hiding, deleting and suspending take away, whoever asks."""

import pytest
from django.utils import timezone

from accounts.standing import suspend
from leerlabs import standing
from leerlabs.models import Attachment
from leerlabs.policy import RULES, may
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site
from tests.leerlabs.moderation.writing import post_by

pytestmark = pytest.mark.django_db
WRITES = {name for name, rule in RULES.items() if rule.writes or rule.acts} - {"leerlab.join", "leerlab.request"}


@pytest.fixture
def leerlab():
    small_site()
    return LeerlabFactory()


def member_of(leerlab, role="member"):
    user = UserFactory()
    MembershipFactory(leerlab=leerlab, user=user, role=role)
    return user


@pytest.fixture
def author(leerlab):
    return member_of(leerlab)


@pytest.fixture
def post(leerlab, author):
    return post_by(author, leerlab)


def test_whoever_is_suspended_reads_and_does_nothing(leerlab, post):
    host = member_of(leerlab, "host")
    suspend(host, reason="Huisregel 3.", by=None)
    standing.forget()

    assert {name for name in WRITES if may(host, name, post)} == set()
    assert may(host, "post.read", post)


def test_in_a_thread_that_is_closed_nobody_writes_reacts_or_votes(leerlab, author, post):
    post.thread.closed_at = timezone.now()
    host = member_of(leerlab, "host")
    actions = ("post.write", "post.edit", "post.react", "poll.vote", "attachment.add")

    assert [name for name in actions for user in (author, host) if may(user, name, post)] == []
    assert may(author, "post.read", post)
    assert may(host, "thread.close", post.thread)


def test_a_hidden_post_is_there_for_its_author_and_for_moderators(leerlab, author, post):
    post.hidden_at = timezone.now()
    people = {
        "author": author,
        "member": member_of(leerlab),
        "moderator": member_of(leerlab, "moderator"),
        "none": None,
    }

    assert {name for name, user in people.items() if may(user, "post.read", post)} == {"author", "moderator"}
    assert {name for name, user in people.items() if may(user, "post.react", post)} == {"author", "moderator"}


def test_in_a_hidden_thread_every_post_is_hidden(leerlab, author, post):
    post.thread.hidden_at = timezone.now()

    assert not may(member_of(leerlab), "post.read", post)
    assert not may(None, "thread.read", post.thread)
    assert may(author, "thread.read", post.thread)


def test_what_was_deleted_is_gone_for_everybody(leerlab, author, post):
    post.deleted_at = timezone.now()

    assert not may(author, "post.read", post)
    assert not may(member_of(leerlab, "host"), "post.read", post)


def test_a_former_member_edits_and_deletes_nothing_any_more(leerlab, author, post):
    assert may(author, "post.edit", post)

    leerlab.memberships.filter(user=author).update(state="left")
    standing.forget()

    assert not may(author, "post.edit", post)
    assert not may(author, "post.delete", post)


def test_a_moderator_takes_away_and_puts_no_words_in_mouths(leerlab, post):
    moderator = member_of(leerlab, "moderator")

    assert may(moderator, "post.delete", post)
    assert not may(moderator, "post.edit", post)


def test_a_file_goes_with_its_post_and_before_that_is_its_uploaders(leerlab, author, post):
    waiting = Attachment(leerlab=leerlab, uploader=author)
    attached = Attachment(leerlab=leerlab, uploader=author, post=post)
    host = member_of(leerlab, "host")

    assert may(author, "attachment.read", waiting)
    assert not may(host, "attachment.read", waiting)
    assert not may(None, "attachment.read", waiting)
    assert may(None, "attachment.read", attached)
