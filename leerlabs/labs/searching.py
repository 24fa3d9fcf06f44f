"""Searching in one Leerlab, for who may read it at this moment.

In the database, with the site's Dutch analysis: the words of each post stand beside it, in the same transaction,
so that nothing is found that was taken back and nothing of it reaches spelling, suggestions or related pages. One
query reads the texts of one Leerlab, newest first, until it has enough. In a Leerlab with 10,000 posts that took
25 ms, in one with 190,000 half a second for words that hardly stand anywhere (SQLite, two cores).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString

from leerlabs.labs.post_texts import plain_text
from leerlabs.models import LeerlabPage, Post, PostText
from leerlabs.moderation.targets import post_url
from leerlabs.policy import may
from leerlabs.standing import Asking
from search.query.build_plan import build_plan
from search.query.plan import Alternative, Clause, QueryPlan
from search.request import SearchRequest
from search.resources import synonym_groups
from search.snippets import highlight, snippet

#: Posts that are looked for: more than anybody leafs through.
MOST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """One post that has all the words."""

    post: Post
    url: str
    title_html: SafeString
    snippet_html: SafeString


@dataclass(frozen=True, slots=True)
class InLeerlab:
    """What was found; ``more`` says that there are more than :data:`MOST`."""

    ids: tuple[int, ...]
    more: bool
    plan: QueryPlan


def search(leerlab: LeerlabPage, reader: Asking, query: str) -> InLeerlab:
    """The posts with all words of ``query``, newest first. One query; nothing for whoever may not read there."""
    plan = build_plan(SearchRequest(query=query, typed=query), synonyms=synonym_groups())
    if not plan.clauses or not may(reader, "leerlab.search", leerlab):
        return InLeerlab((), False, plan)
    texts = PostText.objects.filter(leerlab=leerlab, post__thread__leerlab=leerlab)
    texts = texts.filter(post__deleted_at=None, post__moved_to=None)
    for clause in plan.clauses:
        texts = texts.filter(_condition(clause))
    if not may(reader, "leerlab.moderate", leerlab):
        texts = texts.filter(_shown_to(reader, "post__"), _shown_to(reader, "post__thread__"))
    ids = tuple(texts.order_by("-written_at", "-pk").values_list("pk", flat=True)[: MOST + 1])
    return InLeerlab(ids[:MOST], len(ids) > MOST, plan)


def shown(found: InLeerlab, ids: tuple[int, ...]) -> list[Found]:
    """Some of what was found, as a page shows it, in the order of ``ids``. One query."""
    posts = Post.objects.select_related("thread__leerlab", "author__profile").in_bulk(ids)
    return [_shown(posts[pk], found.plan.marked) for pk in ids if pk in posts]


def _shown(post: Post, marked: frozenset[str]) -> Found:
    piece = snippet("", plain_text(post), marked)
    return Found(post, post_url(post), highlight(post.thread.title, marked), piece.html)


def _shown_to(reader: Asking, prefix: str) -> Q:
    """What is hidden is found by its author only."""
    condition = Q(**{f"{prefix}hidden_at": None})
    if reader is not None and reader.pk is not None:
        condition |= Q(**{f"{prefix}author_id": reader.pk})
    return condition


def _condition(clause: Clause) -> Q:
    """Any of the ways in which a word may stand in a post."""
    condition = Q()
    for alternative in clause.alternatives:
        for stems in _looked_for(alternative):
            condition |= stems
    return condition or Q(pk__in=[])


def _looked_for(alternative: Alternative) -> Iterator[Q]:
    if alternative.kind in {"stem", "phrase"}:
        yield Q(stems__contains=f" {' '.join(alternative.tokens)} ")
    elif alternative.kind == "parts":
        everywhere = Q()
        for token in alternative.tokens:
            everywhere &= Q(stems__contains=f" {token} ")
        yield everywhere
