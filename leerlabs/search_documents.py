"""What Leerlabs are in the site's index: the open ones, with what is said in them.

Threads are no pages: a reader who looks for what was said finds the Leerlab that it was said in, and beside it a way on
to the posts that have those words, which is the Leerlab's own search.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from editorial.addresses import site_path
from leerlabs.labs.post_texts import plain_text
from leerlabs.models import LeerlabPage, Post, Thread, Visibility
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument

#: The latest threads and posts that find a Leerlab; with titles of 150 characters and posts cut to so many.
THREADS, POSTS, LONGEST_POST = 300, 300, 600


def describe_leerlab(page: LeerlabPage) -> SearchDocument | None:
    """An open Leerlab is found by its question and goal, and by what is said in it. Another is not there."""
    if page.visibility != Visibility.OPEN:
        return None
    return describe(
        page,
        body=[page.question, page.goal, *_said_in(page)],
        shown_date=page.starts_on,
        card={"search_inside": f"{site_path(page.url_path)}zoeken/"},
    )


def _said_in(page: LeerlabPage) -> Iterator[str]:
    threads = Thread.objects.filter(leerlab=page, hidden_at=None).order_by("-last_post_at")
    yield from threads.values_list("title", flat=True)[:THREADS]
    posts = Post.objects.filter(
        thread__leerlab=page, thread__hidden_at=None, hidden_at=None, deleted_at=None, moved_to=None
    )
    for post in posts.order_by("-created_at").only("body")[:POSTS]:
        yield plain_text(post)[:LONGEST_POST]


def register() -> None:
    """Make open Leerlabs findable."""
    registry.register(LeerlabPage, describe_leerlab)
    registry.bulk(LeerlabPage, with_terms)
    labels.register("type", {"leerlab": _("Leerlab")})
