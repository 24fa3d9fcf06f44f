"""Posts and threads, made as the site makes them."""

import uuid

from leerlabs.models import ThreadKind
from leerlabs.rich_text.composing import compose
from leerlabs.threads.posting import NewPost, NewThread, reply, start_thread
from tests.factories import UserFactory
from tests.factories.leerlabs import MembershipFactory


def member(leerlab, name="Saar Jansen", role="member"):
    """Somebody who takes part, under a name."""
    user = UserFactory()
    user.profile.display_name = name
    user.profile.save()
    MembershipFactory(leerlab=leerlab, user=user, role=role)
    return user


def text(typed, leerlab, author, thread=None):
    """What is kept of what ``author`` types."""
    return compose(typed, leerlab_id=leerlab.pk, author=author, thread=thread)


def begin(leerlab, author, typed="Hoe doen jullie dat?", *, title="Een vraag", kind=ThreadKind.QUESTION, **fields):
    """A thread with its first post."""
    new = NewThread(leerlab, kind, title, fields.pop("page_id", None))
    return start_thread(new, NewPost(author, text(typed, leerlab, author), uuid.uuid4(), **fields)).post.thread


def say(thread, author, typed="Zo doen wij dat.", **fields):
    """A reply."""
    thread.refresh_from_db()
    composed = text(typed, thread.leerlab, author, thread)
    return reply(thread, NewPost(author, composed, fields.pop("token", uuid.uuid4()), **fields)).post


def form(typed="Zo doen wij dat.", **fields):
    """What a browser sends with a reply."""
    return {"source": typed, "token": str(uuid.uuid4()), "draft_version": "0", **fields}
