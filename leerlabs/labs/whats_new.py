"""What somebody has not seen yet in their Leerlabs."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from leerlabs.models import LeerlabMembership, Thread
from leerlabs.threads.overview import ThreadRow, row_of, threads_with_marks

#: Threads that are named; the cards say how many there are.
LONGEST = 10


def threads_with_news(user: User, leerlab_ids: Collection[int]) -> list[ThreadRow]:
    """The latest threads with posts that ``user`` has not seen; one query."""
    threads = _with_news(user, leerlab_ids).select_related("leerlab").order_by("-last_post_at")
    return [row_of(thread, user) for thread in threads[:LONGEST]]


def numbers_of_news(user: User, leerlab_ids: Collection[int]) -> dict[int, int]:
    """How many such threads each Leerlab has; one query."""
    counts = _with_news(user, leerlab_ids).order_by().values_list("leerlab_id").annotate(number=Count("pk"))
    return dict(counts)


def _with_news(user: User, leerlab_ids: Collection[int]) -> QuerySet[Thread]:
    """Threads with unseen posts; of those that were never opened, what came after ``user`` began to take part."""
    threads = threads_with_marks(Thread.objects.filter(leerlab_id__in=leerlab_ids, hidden_at=None), user)
    joined = LeerlabMembership.objects.filter(
        user=user, leerlab=OuterRef("leerlab"), joined_at__lt=OuterRef("last_post_at")
    )
    never_opened = Q(Exists(joined), seen=None) & ~Q(last_author=user)
    return threads.filter(Q(seen__lt=F("post_count")) | never_opened)
