"""Sending a submission in: it becomes a draft of the editors, or changes the one that they have."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Comment

from accounts.models import User
from editorial.contributing.crediting import credit, person_of
from editorial.contributing.drafts import send_to_editors
from editorial.contributing.merging import Answers
from editorial.contributing.sending import NotReadyError
from editorial.models import EditorialImage
from practices.contributing import answers as asked
from practices.contributing import pictures
from practices.contributing.drafting import add_to_site
from practices.contributing.page_answers import answers_of, write
from practices.contributing.saving import SAVING
from practices.models import PracticePage, Submission


@transaction.atomic
def send(submission: Submission, by: User) -> Submission:
    """Send it in, with the editors' own changes kept. Sent twice without a change in between, it is sent once.

    Raises :class:`~editorial.contributing.sending.NotReadyError` and
    :class:`~practices.contributing.drafting.NoPlaceForPracticesError`.
    """
    turn = SAVING.turn(submission)
    kept, wanted = turn.submission, turn.wanted
    lacking = lacks(kept, wanted)
    if lacking or turn.conflicts:
        raise NotReadyError(lacking, turn.conflicts)
    page: PracticePage = turn.page or PracticePage(owner=by)
    if _send_changes(kept, page, wanted, turn.theirs, by):
        kept.sent_at = timezone.now()
    kept.page = page
    now = answers_of(page, kept)
    kept.base, kept.answers = now, asked.without_pictures({**wanted, **now})
    kept.save()
    _note_what_editors_removed(kept, now)
    return kept


def lacks(submission: Submission, answers: Answers) -> list[str]:
    """Names of what keeps it from being sent in: what is empty, and a picture of which not all is said."""
    found = asked.missing(answers)
    if any(not picture.is_complete for picture in pictures.shown(submission)):
        found.append(asked.PICTURE)
    return found


def _send_changes(submission: Submission, page: PracticePage, wanted: Answers, theirs: Answers, by: User) -> bool:
    """Whether there was something to send."""
    is_new = page.pk is None
    names = [name for name in wanted.keys() | theirs.keys() if wanted.get(name) != theirs.get(name)]
    names += pictures.hand_to_editors(submission, by)
    known = answers_of(page, submission).keys() | {name for name in names if asked.picture_of(name)}
    names = [name for name in names if name in known]
    state = None if is_new else page.current_workflow_state
    if not names and not (state and state.status == state.STATUS_NEEDS_CHANGES):
        return False
    pictures.take_over(submission, wanted)
    write(page, wanted, names, submission)
    _write_rights(submission)
    if is_new:
        _credit(page, wanted, by)
        add_to_site(page)
        _mention_school(page, wanted, by)
    send_to_editors(page, by)
    return True


def _credit(page: PracticePage, answers: Answers, by: User) -> None:
    person = person_of(by, answers.get("credit_name", ""))
    affiliation = str(page.school) if page.school else answers.get("school_name", "")
    credit(page, [person], affiliation)
    if email := answers.get("contact_email"):
        if not person.email:
            person.email = email
            person.save(update_fields=["email"])
        page.contact = person


def _mention_school(page: PracticePage, answers: Answers, by: User) -> None:
    if not page.school_id and (name := answers.get("school_name")):
        text = _("Volgens de inzender is dit gedaan bij: %(school)s") % {"school": name}
        Comment.objects.create(page=page, user=by, text=text, contentpath="school")


def _write_rights(submission: Submission) -> None:
    for picture in pictures.shown(submission).exclude(image=None):
        EditorialImage.objects.filter(pk=picture.image_id).update(
            maker=picture.maker, rights=picture.rights, people_agreed=picture.people == "agreed"
        )


def _note_what_editors_removed(submission: Submission, now: Answers) -> None:
    shown = {uuid for name in now if (uuid := asked.picture_of(name))}
    submission.pictures.exclude(image=None).exclude(uuid__in=shown).update(removed=True)
