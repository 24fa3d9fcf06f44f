"""Making Leerlabs of any size, in bulk and without telling anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import islice
from typing import Any, TypeAlias

from django.db import transaction
from django.db.models import Q

from editorial.demonstration import bulk
from editorial.demonstration.identity import at_clock, stable_uuid
from leerlabs.demo.labs import OPENED
from leerlabs.demo.scale.members import let_in, make_members
from leerlabs.demo.scale.sizes import LABS, Sizes
from leerlabs.demo.scale.words import Words
from leerlabs.models import LeerlabIndexPage, LeerlabPage, Post, Reaction, ReactionKind, Thread, ThreadKind
from leerlabs.models.leerlab import Joining, Visibility

SLUG_PREFIX = "schaal-"
BATCH = 5_000
_KINDS = (ThreadKind.DISCUSSION, ThreadKind.QUESTION, ThreadKind.DISCUSSION, ThreadKind.EXPERIENCE)
#: The posts of each thread to which somebody reacted; to those of the longest, somebody always did.
_REACTED = (1, 4)
Row: TypeAlias = dict[str, Any]


class NoOverviewError(Exception):
    """There is no overview to put Leerlabs below: load the demo content first."""


@transaction.atomic
def make(sizes: Sizes) -> bool:
    """Members, Leerlabs, threads, posts and reactions; False where generated ones are already. Raises NoOverviewError.

    Neither the search nor anybody's notifications hear of them: rebuild the index afterwards if it should know.
    """
    overview = LeerlabIndexPage.objects.first()
    if overview is None:
        raise NoOverviewError("load the demo content first: there is no overview of Leerlabs")
    if LeerlabPage.objects.filter(slug__startswith=SLUG_PREFIX).exists():
        return False
    labs = [_lab(overview, number) for number in range(1, LABS + 1)]
    user_ids = make_members(sizes.members)
    let_in(labs, user_ids)
    _talk(sizes, labs, user_ids)
    return True


def _lab(overview: LeerlabIndexPage, number: int) -> LeerlabPage:
    title = f"Gegenereerd Leerlab {number}"
    lab = LeerlabPage(
        title=title,
        slug=f"{SLUG_PREFIX}{number}",
        summary="Gegenereerd om te meten hoe snel de site blijft.",
        question="Hoe snel blijft dit als hier veel wordt gezegd?",
        starts_on=OPENED,
        visibility=Visibility.OPEN,
        joining=Joining.FREE,
        first_published_at=at_clock(OPENED, time(9, 0)),
    )
    overview.add_child(instance=lab)
    return lab


def _talk(sizes: Sizes, labs: list[LeerlabPage], user_ids: list[int]) -> None:
    words = Words()
    bulk.insert(Thread, list(_threads(sizes, words, labs, user_ids)))
    threads = list(Thread.objects.filter(leerlab__in=labs).order_by("pk").values_list("pk", flat=True))
    posts = _posts(sizes, words, threads, user_ids)
    while batch := list(islice(posts, BATCH)):
        bulk.insert(Post, batch)
    bulk.insert(Reaction, list(_reactions(threads, user_ids)))


def _threads(sizes: Sizes, words: Words, labs: list[LeerlabPage], user_ids: list[int]) -> Iterator[Row]:
    for number in range(sizes.threads):
        last = sizes.posts_in(number) - 1
        yield {
            "leerlab_id": labs[sizes.lab_of(number)].pk,
            "kind": _KINDS[number % len(_KINDS)],
            "title": words.title(number)[:150],
            "author_id": user_ids[sizes.author_of(number, 0)],
            "created_at": sizes.moment_of(number, 0),
            "post_count": last + 1,
            "last_post_at": sizes.moment_of(number, last),
            "last_author_id": user_ids[sizes.author_of(number, last)],
        }


def _posts(sizes: Sizes, words: Words, keys: list[int], user_ids: list[int]) -> Iterator[Row]:
    for thread, key in enumerate(keys):
        for post in range(sizes.posts_in(thread)):
            said = words.text(thread * 7 + post)
            yield {
                "thread_id": key,
                "number": post + 1,
                "author_id": user_ids[sizes.author_of(thread, post)],
                "source": said.source,
                "body": said.body,
                "form_token": stable_uuid("generated post", thread, post),
                "created_at": sizes.moment_of(thread, post),
            }


def _reactions(threads: list[int], user_ids: list[int]) -> Iterator[Row]:
    kinds = list(ReactionKind)
    generated = Post.objects.filter(thread__gte=threads[0], thread__lte=threads[-1])
    reacted = generated.filter(Q(thread=threads[0]) | Q(number__in=_REACTED))
    for key, moment in reacted.order_by("pk").values_list("pk", "created_at"):
        user_id = user_ids[key % len(user_ids)]
        yield {"post_id": key, "user_id": user_id, "kind": kinds[key % len(kinds)], "created_at": moment}
