"""Making a practice example a draft of the editors: a page that is not public yet, in their workflow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from accounts.models import Person, User
from editorial.contributing.crediting import credit
from editorial.contributing.drafts import add_draft, place_for, send_to_editors
from editorial.sanitise import sanitise
from practices.models import PracticeIndexPage, PracticePage, Submission
from practices.models.practice import RESERVED_SLUGS


class NoPlaceForPracticesError(Exception):
    """The site has no list of practice examples to put a draft in."""


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of a text: a heading (may be empty) and markup, which is made safe here."""

    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: what that is called, and its address."""

    title: str
    url: str


@transaction.atomic
def start_draft(
    title: str, body_parts: Sequence[BodyPart], authors: Iterable[User | Person], source: Source | None, by: User
) -> PracticePage:
    """A practice example begun from a text that exists already, such as a conversation, in the editors' workflow.

    The text goes into the page's body, with a link to ``source`` below it; ``authors`` are credited in their order,
    each once. ``by`` follows it among their own practice examples, and can fill in what the form asks. Raises
    :class:`NoPlaceForPracticesError`.
    """
    from practices.contributing.page_answers import answers_of

    page = PracticePage(title=title.strip()[:255] or _("Praktijkvoorbeeld"), owner=by)
    page.body = [("text", RichText(html)) for html in _texts(body_parts, source)]
    credit(page, authors)
    add_to_site(page)
    send_to_editors(page, by)
    submission = Submission.objects.create(contributor=by, page=page)
    submission.base = submission.answers = answers_of(page, submission)
    submission.save()
    return page


def add_to_site(page: PracticePage) -> None:
    """Put a new draft below the first list of practice examples, at a free address. It is not public."""
    parent = place_for(PracticeIndexPage)
    if parent is None:
        raise NoPlaceForPracticesError
    add_draft(page, parent, fallback="praktijkvoorbeeld", reserved=RESERVED_SLUGS)


def _texts(parts: Sequence[BodyPart], source: Source | None) -> list[str]:
    texts = [(format_html("<h2>{}</h2>", part.heading) if part.heading else "") + sanitise(part.html) for part in parts]
    if source is not None:
        texts.append(sanitise(format_html('<p>{} <a href="{}">{}</a></p>', _("Bron:"), source.url, source.title)))
    return texts
