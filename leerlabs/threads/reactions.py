"""Reactions: given or taken back, and counted for a page of posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from accounts.models import User
from leerlabs.models import Post, Reaction, ReactionKind


@dataclass(frozen=True, slots=True)
class ReactionCount:
    """How many gave one kind of reaction, and whether the reader is one of them."""

    kind: str
    label: str
    count: int
    mine: bool


def react(post: Post, user: User, kind: str, given: bool) -> None:
    """Give a reaction or take it back; saying it twice changes nothing. Raises ValueError for an unknown kind."""
    row = {"post": post, "user": user, "kind": ReactionKind(kind)}
    if given:
        Reaction.objects.bulk_create([Reaction(**row)], ignore_conflicts=True)
    else:
        Reaction.objects.filter(**row).delete()


def reaction_counts(posts: Iterable[Post], viewer_id: int | None) -> dict[int, list[ReactionCount]]:
    """Post → all kinds in their order, with their counts. One query."""
    keys = [post.pk for post in posts]
    rows = (
        Reaction.objects.filter(post_id__in=keys)
        .values("post_id", "kind")
        .annotate(count=Count("pk"), own=Count("pk", filter=Q(user_id=viewer_id)))
        .order_by()
    )
    found: dict[tuple[int, str], dict[str, Any]] = {(row["post_id"], row["kind"]): dict(row) for row in rows}
    return {key: [_count(kind, found.get((key, kind.value))) for kind in ReactionKind] for key in keys}


def _count(kind: ReactionKind, row: dict[str, Any] | None) -> ReactionCount:
    return ReactionCount(kind.value, str(kind.label), row["count"] if row else 0, bool(row and row["own"]))
