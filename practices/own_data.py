"""What this room keeps of a person: what they wrote and sent in, and what they tried."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from accounts.models import Person, User
from accounts.own_data import ExportedFile
from editorial.contributing.own_data import exported
from editorial.contributing.uploads import delete_file
from editorial.models import EditorialImage, PageAuthor
from practices.models import PracticePage, Submission, SubmissionPicture, TryOut


def export(user: User) -> Iterator[ExportedFile]:
    """Each practice example with its pictures, and all try-outs."""
    for submission in Submission.objects.filter(contributor=user).select_related("page"):
        pictures = list(submission.pictures.all())
        named = [(_name_of(picture), picture) for picture in pictures]
        about = {"beelden": [_about(picture) for picture in pictures], "opgehaald": timezone.now()}
        yield from exported(submission, "praktijkvoorbeelden", named, about)
    if tryouts := [
        _tryout_as_data(tryout) for tryout in TryOut.objects.filter(user=user).select_related("page", "level")
    ]:
        yield ExportedFile("proberen.json", tryouts)


def erase(user: User) -> None:
    """What was published stays, with the name of its author, as its licence asks. What was not, goes.

    Try-outs that were answered count on in the sums, without a name and without words.
    """
    for submission in Submission.objects.filter(contributor=user).select_related("page"):
        _erase_submission(submission, Person.objects.filter(user=user).first())
    TryOut.objects.filter(user=user, answered_at=None).delete()
    TryOut.objects.filter(user=user).update(user=None, words="", name_visible=False, level=None)


def _erase_submission(submission: Submission, person: Person | None) -> None:
    page, email = submission.page, submission.answers.get("contact_email")
    pictures = list(submission.pictures.all())
    for picture in pictures:
        delete_file(picture)
    submission.delete()
    if page is not None and page.first_published_at is None:
        PracticePage.objects.get(pk=page.pk).delete()
        for image in EditorialImage.objects.filter(pk__in=[picture.image_id for picture in pictures]):
            image.delete()
    if person is not None and person.pk and page is not None:
        _erase_person(person, email)


def _erase_person(person: Person, email: str | None) -> None:
    """The address that was given with a practice goes; so does the record when no page credits it any more."""
    if not PageAuthor.objects.filter(person=person).exists():
        person.delete()
    elif email and person.email == email:
        person.email = ""
        person.save(update_fields=["email"])


def _name_of(picture: SubmissionPicture) -> str:
    return f"{picture.uuid}.jpg"


def _about(picture: SubmissionPicture) -> dict[str, str]:
    return {
        "bestand": _name_of(picture),
        "wat het laat zien": picture.alternative_text,
        "bijschrift": picture.caption,
        "maker": picture.maker,
        "rechten": picture.rights,
        "mensen in beeld": picture.people,
    }


def _tryout_as_data(tryout: TryOut) -> dict[str, object]:
    return {
        "praktijkvoorbeeld": tryout.page.title,
        "groep": str(tryout.level or ""),
        "begonnen": tryout.started_at,
        "gestopt": tryout.withdrawn_at,
        "beantwoord": tryout.answered_at,
        "hielp het": tryout.get_outcome_display() if tryout.outcome else "",
        "woorden": tryout.words,
        "naam zichtbaar": tryout.name_visible,
    }
