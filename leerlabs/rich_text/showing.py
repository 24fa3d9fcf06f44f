"""Kept texts as a reader sees them: with the names that people show now, and cards of pages that are public now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.profiles import Viewer, display_name, profile_url
from leerlabs.models import Post, Thread
from leerlabs.rich_text.cards import PageCard, page_cards
from leerlabs.rich_text.references import CARD, MENTION, QUOTED, mentioned_in


def shown_bodies(
    posts: Iterable[Post], thread: Thread | None, viewer: Viewer, also: Iterable[int] = ()
) -> tuple[dict[int | None, SafeString], dict[int, PageCard]]:
    """Body of each post by its key, and the cards of the pages in them and of those in ``also``.

    Four queries at most, however many posts; each only when something refers to what it reads.
    """
    bodies = {post.pk: post.body for post in posts}
    everything = "\n".join(bodies.values())
    people = _people(mentioned_in(everything), viewer)
    speakers = _speakers(thread, {int(number) for number in QUOTED.findall(everything)}, viewer)
    cards = page_cards([*(int(found[0]) for found in CARD.findall(everything)), *also])

    def show(body: str) -> SafeString:
        body = CARD.sub(lambda found: _card(found, cards), body)
        body = QUOTED.sub(lambda found: speakers.get(int(found[1]), ""), body)
        return SafeString(MENTION.sub(lambda found: people.get(int(found[1])) or _nobody(), body))

    return {pk: show(body) for pk, body in bodies.items()}, cards


def _people(ids: set[int], viewer: Viewer) -> dict[int, str]:
    if not ids:
        return {}
    users = User.objects.filter(pk__in=ids).select_related("profile")
    return {
        user.pk: format_html('<a class="mention" href="{}">@{}</a>', profile_url(user), display_name(user, viewer))
        for user in users
    }


def _nobody() -> str:
    return format_html('<span class="mention">@{}</span>', display_name(None))


def _speakers(thread: Thread | None, numbers: set[int], viewer: Viewer) -> dict[int, str]:
    if not numbers or thread is None or not thread.pk:
        return {}
    posts = Post.objects.filter(thread=thread, number__in=numbers).select_related("author__profile")
    return {post.number: _speaker(post, viewer) for post in posts}


def _speaker(post: Post, viewer: Viewer) -> str:
    said = _("%(name)s schreef in bericht %(number)d:") % {
        "name": display_name(post.author, viewer),
        "number": post.number,
    }
    return format_html('<a class="quote-from" href="?bericht={}#{}">{}</a>', post.number, post.anchor, said)


def _card(found: re.Match[str], cards: dict[int, PageCard]) -> str:
    shown: Any = cards.get(int(found[1]))
    return render_to_string("leerlabs/threads/page_card.html", {"card": shown}) if shown else f"<p>{found[2]}</p>"
