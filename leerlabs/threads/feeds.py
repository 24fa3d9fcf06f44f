"""A personal feed: the latest posts in one's Leerlabs, for a feed reader, under the policy of the moment."""

from __future__ import annotations

from typing import Any

from accounts.feed_addresses import FeedAddresses
from leerlabs.models import FeedAddress, Post, Thread
from leerlabs.policy import readable_leerlabs

LENGTH = 40


ADDRESSES = FeedAddresses(FeedAddress)
make_address, owner_of = ADDRESSES.make, ADDRESSES.owner_of


def latest_posts(user: Any) -> list[Post]:
    """The newest posts in the Leerlabs in which ``user`` takes part and may read now; three queries.

    The newest posts stand in the threads that were written in last, so that no more is looked through.
    """
    mine = readable_leerlabs(user).filter(memberships__user_id=user.pk, memberships__state="active")
    leerlabs = list(mine.values_list("pk", flat=True))
    threads = Thread.objects.filter(leerlab_id__in=leerlabs, hidden_at=None).order_by("-last_post_at")
    keys = list(threads.values_list("pk", flat=True)[:LENGTH])
    posts = Post.objects.filter(thread_id__in=keys, hidden_at=None, deleted_at=None, moved_to=None)
    return list(posts.select_related("thread__leerlab", "author__profile").order_by("-created_at")[:LENGTH])
