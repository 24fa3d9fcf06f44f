"""Making a draft of a practice example out of a thread, for the editors' workflow."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page

from accounts.models import User
from accounts.profiles import display_name
from leerlabs.models import Post, Thread, Visibility
from leerlabs.rich_text.blocks import Surroundings, to_html
from leerlabs.rich_text.references import MENTION
from leerlabs.threads import announcing
from leerlabs.threads.numbering import locked
from practices.contributing.drafting import BodyPart, Source, start_draft

#: Posts that can be chosen from.
LONGEST = 200


def candidates(thread: Thread) -> list[Post]:
    """The posts that a host can choose from: what everyone in the Leerlab reads."""
    shown = Post.objects.filter(thread=thread, hidden_at=None, deleted_at=None, moved_to=None)
    return list(shown.select_related("author__profile").order_by("number")[:LONGEST])


def distil(thread: Thread, title: str, posts: Iterable[Post], by: User) -> Page:
    """The draft, or the one that was made of this thread before.

    Credited are those whose posts were chosen, in the order in which they first spoke, and nobody else is named.
    The source is linked where everyone can read it; a Leerlab that is not open stays unnamed. They hear of it
    now, while it can still be left out.
    """
    with transaction.atomic():
        held = locked(thread.pk)
        if held.distilled_into is not None:
            return held.distilled_into
        chosen = list(posts)
        authors = {post.author_id: post.author for post in chosen if post.author is not None}
        parts = [BodyPart("", _without_others(post, authors)) for post in chosen]
        is_open = held.leerlab.visibility == Visibility.OPEN
        source = Source(held.title, held.get_absolute_url()) if is_open else None
        page: Page = start_draft(title, parts, list(authors.values()), source, by)
        held.distilled_into = Page.objects.get(pk=page.pk)
        held.save(update_fields=["distilled_into"])
        if authors:
            announcing.distilled(chosen[0], (author.pk for author in authors.values()), by.pk)
        return page


def _without_others(post: Post, authors: dict[int | None, User]) -> str:
    """The text of a post without what it quotes, and with the names of the credited only."""
    own = "\n".join(line for line in post.source.splitlines() if not line.lstrip().startswith(">"))
    named = MENTION.sub(
        lambda found: display_name(authors.get(int(found[1]))) if int(found[1]) in authors else "…", own
    )
    return to_html(named, Surroundings())
