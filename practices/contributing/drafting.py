"""Making a practice example a draft of the editors: a page that is not public yet, in their workflow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail.users.models import UserProfile

from accounts.models import Person, User
from editorial.models import PageAuthor
from editorial.sanitise import sanitise
from practices.contributing.crediting import person_of
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
    parent = PracticeIndexPage.objects.select_for_update().filter(live=True).order_by("path").first()
    if parent is None:
        raise NoPlaceForPracticesError
    page.live = False
    page.slug = _free_slug(page.title, parent)
    parent.add_child(instance=page)


def credit(page: PracticePage, authors: Iterable[User | Person], affiliation: str = "") -> None:
    """Add authors that are not there yet, in their order. The page is saved by who asks."""
    there = {author.person_id for author in page.page_authors.all()}
    for author in authors:
        person = author if isinstance(author, Person) else person_of(author)
        if person.pk not in there:
            there.add(person.pk)
            page.page_authors.add(PageAuthor(person=person, affiliation=affiliation[:200], sort_order=len(there)))


def send_to_editors(page: PracticePage, by: User) -> None:
    """Keep ``page`` as a new revision and see to it that the editors are asked to look at that one.

    A workflow that returned it goes on; one that runs begins its step again, so that they hear of the new text.
    """
    mute_admin_mail(by)
    page.save_revision(user=by, log_action=True, clean=False)
    state = page.current_workflow_state
    if state is None:
        if workflow := page.get_workflow():
            workflow.start(page, by)
    elif state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    elif state.current_task_state is not None:
        state.current_task_state.specific.cancel(user=by, resume=True)


def mute_admin_mail(user: User) -> None:
    """Keep Wagtail from mailing a member: its mails lead to the admin, ours to where the member can read."""
    if user.has_perm("wagtailadmin.access_admin"):
        return
    profile = UserProfile.get_for_user(user)
    profile.submitted_notifications = profile.approved_notifications = False
    profile.rejected_notifications = profile.updated_comments_notifications = False
    profile.save()


def _texts(parts: Sequence[BodyPart], source: Source | None) -> list[str]:
    texts = [(format_html("<h2>{}</h2>", part.heading) if part.heading else "") + sanitise(part.html) for part in parts]
    if source is not None:
        texts.append(sanitise(format_html('<p>{} <a href="{}">{}</a></p>', _("Bron:"), source.url, source.title)))
    return texts


def _free_slug(title: str, parent: Page) -> str:
    wanted = slugify(title)[:200] or "praktijkvoorbeeld"
    taken = set(parent.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True)) | RESERVED_SLUGS
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
