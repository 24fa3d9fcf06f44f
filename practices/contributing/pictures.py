"""The pictures of a submission: kept apart until it is sent in, then known to the editors."""

from __future__ import annotations

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Collection

from accounts.models import User
from editorial.contributing.merging import Answers
from editorial.contributing.uploads import readable_name, remove
from editorial.models import EditorialImage
from practices.contributing.answers import PICTURE_FIELDS, picture_answer
from practices.contributing.picture_files import UnusablePictureError, made_safe
from practices.models import Submission, SubmissionPicture

__all__ = ["add", "answers_about", "hand_to_editors", "make_public", "remove", "shown", "take_over"]

#: Pictures of what is not public yet, and of what is.
WAITING, PUBLIC = "Ingezonden beelden", "Beelden bij praktijkvoorbeelden"


def add(submission: Submission, upload: UploadedFile) -> SubmissionPicture:
    """Keep an uploaded picture. Raises :class:`UnusablePictureError`, also when there are enough."""
    if shown(submission).count() >= settings.PRACTICE_PICTURES_MAX:
        raise UnusablePictureError(
            _("Er passen hooguit %(number)d beelden bij een praktijkvoorbeeld.")
            % {"number": settings.PRACTICE_PICTURES_MAX}
        )
    if upload.file is None:
        raise UnusablePictureError(_("Kies een bestand."))
    safe = made_safe(upload.file, upload.size or 0)
    picture = SubmissionPicture(submission=submission, name=readable_name(upload.name or "", 120, "beeld"))
    # The name on disk says nothing and cannot be guessed: editors' pictures are served to who knows the address.
    picture.file.save(f"{picture.uuid}.jpg", safe, save=False)
    picture.save()
    return picture


def shown(submission: Submission) -> QuerySet[SubmissionPicture]:
    """The pictures that are part of it now."""
    return submission.pictures.filter(removed=False)


def answers_about(submission: Submission) -> Answers:
    """What the member says of each picture, as answers. Those that editors do not know yet are left out."""
    return {
        picture_answer(picture.uuid, field): getattr(picture, field)
        for picture in shown(submission)
        if picture.image_id
        for field in PICTURE_FIELDS
    }


def take_over(submission: Submission, answers: Answers) -> None:
    """Give each picture what ``answers`` say of it: the editors may have put it better."""
    for picture in shown(submission).exclude(image=None):
        said = {field: answers.get(picture_answer(picture.uuid, field)) for field in PICTURE_FIELDS}
        SubmissionPicture.objects.filter(pk=picture.pk).update(**{f: v for f, v in said.items() if v is not None})


def hand_to_editors(submission: Submission, by: User) -> list[str]:
    """Make pictures of the editors of those that are none yet; names of the answers that are new with it."""
    new = []
    for picture in shown(submission).filter(image=None):
        picture.image = _image_of(picture, by)
        picture.save(update_fields=["image"])
        new += [picture_answer(picture.uuid, field) for field in PICTURE_FIELDS]
    return new


def collect(name: str) -> Collection:
    """The collection called ``name``, below the root."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=name).first()
    return found or root.add_child(name=name)


def make_public(submission: Submission) -> None:
    """Move the pictures of a page that went public from what waits to what is shown."""
    keys = [key for key in submission.pictures.values_list("image_id", flat=True) if key]
    if keys:
        EditorialImage.objects.filter(pk__in=keys, collection__name=WAITING).update(collection=collect(PUBLIC))


def _image_of(picture: SubmissionPicture, by: User) -> EditorialImage:
    with picture.file.open("rb") as kept:
        content = ContentFile(kept.read(), name=f"{picture.uuid}.jpg")
    image = EditorialImage(
        title=(picture.alternative_text or picture.name)[:255],
        description=picture.alternative_text,
        maker=picture.maker,
        rights=picture.rights,
        people_agreed=picture.people == "agreed",
        collection=collect(WAITING),
        uploaded_by_user=by,
        file=content,
    )
    image.save()
    return image
