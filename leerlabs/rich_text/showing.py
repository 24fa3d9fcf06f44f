"""Kept texts as a reader sees them: with the names that people show now, and cards of pages that are public now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.profiles import Viewer, display_name, profile_url
from leerlabs.models import Post, Thread
from leerlabs.rich_text.cards import PageCard, page_cards
from leerlabs.rich_text.references import CARD, MENTION, QUOTED, mentioned_in


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post stands in its thread, and who wrote it."""

    number: int
    author_id: int | None


@dataclass(slots=True)
class Shown:
    """What a page of posts shows, by the keys of posts, users and pages."""

    bodies: dict[int, SafeString] = field(default_factory=dict)
    cards: dict[int, PageCard] = field(default_factory=dict)
    users: dict[int | None, User] = field(default_factory=dict)
    #: The posts themselves, and those that they answer or quote.
    places: dict[int, Place] = field(default_factory=dict)


def show(posts: Collection[Post], thread: Thread | None, viewer: Viewer, pages: Iterable[int] = ()) -> Shown:
    """Everything that these posts of one thread refer to, their authors, and the cards of ``pages`` besides.

    Three queries at most, however many posts: people, posts on other pages of the thread, pages of the site.
    """
    everything = "\n".join(post.body for post in posts)
    shown = Shown(cards=page_cards([*(int(found[0]) for found in CARD.findall(everything)), *pages]))
    shown.places = _places(posts, thread, {int(number) for number in QUOTED.findall(everything)})
    people = mentioned_in(everything) | {place.author_id for place in shown.places.values() if place.author_id}
    if people:
        shown.users = {user.pk: user for user in User.objects.filter(pk__in=people).select_related("profile")}
    speakers = {place.number: place for place in shown.places.values()}

    def in_full(body: str) -> SafeString:
        body = CARD.sub(lambda found: _card(found, shown.cards), body)
        body = QUOTED.sub(lambda found: _speaker(speakers.get(int(found[1])), shown, viewer), body)
        return SafeString(MENTION.sub(lambda found: _mention(shown.users.get(int(found[1])), viewer), body))

    shown.bodies = {post.pk: in_full(post.body) for post in posts}
    return shown


def _places(posts: Iterable[Post], thread: Thread | None, quoted: set[int]) -> dict[int, Place]:
    here = {post.pk: Place(post.number, post.author_id) for post in posts if post.pk}
    numbers = quoted - {place.number for place in here.values()}
    keys = {post.reply_to_id for post in posts} - {None, *here}
    if thread is not None and (numbers or keys):
        elsewhere = Post.objects.filter(Q(number__in=numbers) | Q(pk__in=keys), thread=thread)
        rows = elsewhere.values_list("pk", "number", "author_id")
        here |= {pk: Place(number, author_id) for pk, number, author_id in rows}
    return here


def _mention(user: User | None, viewer: Viewer) -> str:
    if user is None:
        return format_html('<span class="mention">@{}</span>', display_name(None))
    return format_html('<a class="mention" href="{}">@{}</a>', profile_url(user), display_name(user, viewer))


def _speaker(place: Place | None, shown: Shown, viewer: Viewer) -> str:
    if place is None:
        return ""
    said = _("%(name)s schreef in bericht %(number)d:") % {
        "name": display_name(shown.users.get(place.author_id), viewer),
        "number": place.number,
    }
    return format_html('<a class="quote-from" href="?bericht={0}#bericht-{0}">{1}</a>', place.number, said)


def _card(found: re.Match[str], cards: dict[int, PageCard]) -> str:
    card = cards.get(int(found[1]))
    return render_to_string("leerlabs/threads/page_card.html", {"card": card}) if card else f"<p>{found[2]}</p>"
