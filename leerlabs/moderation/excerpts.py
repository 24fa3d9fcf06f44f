"""What something said at a moment, kept with a report."""

from __future__ import annotations

from django.utils.text import Truncator

from editorial.plain_text import from_html
from leerlabs.models import Post
from leerlabs.rich_text.references import MENTION

LONGEST = 2_000


def excerpt_of(post: Post) -> str:
    """The text of a post without markup and names, and the title of its thread when it is the first."""
    title = f"{post.thread.title}\n\n" if post.number == 1 else ""
    return Truncator(title + from_html(MENTION.sub("@…", post.body))).chars(LONGEST)
