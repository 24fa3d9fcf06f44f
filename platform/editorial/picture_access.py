"""Who may have the file of a picture. Pictures are for everyone, unless a room says that one is not.

A room registers a judge once, when it is ready. A judge knows the pages on which its room shows a picture before
everyone may see them: a Leerlab that is not open, a practice that still lies with the editors.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from editorial.models import EditorialImage, EditorialRendition
from editorial.publicity import public


class Access(Enum):
    """What a judge says of one picture and one person."""

    #: Nothing of this room holds it back.
    FREE = "free"
    #: It is held back from others, and this person may have it.
    GRANTED = "granted"
    #: It is held back from this person.
    REFUSED = "refused"


#: ``(image_id, user) -> Access``; ``user`` may be anonymous.
Judge = Callable[[int, Any], Access]

_judges: dict[str, Judge] = {}
_RENDITIONS = "images/"
_ORIGINALS = "original_images/"


def register(name: str, judge: Judge) -> None:
    """Let ``judge`` have a say. Raises ValueError when the name is taken by another one."""
    if _judges.setdefault(name, judge) is not judge:
        raise ValueError(f"a judge called {name} is there already")


def access_to(path: str, user: Any) -> Access:
    """What this person may do with the file at ``path`` below the media root.

    A picture that a public page shows as well is for everyone, whatever the judges say: that is looked up only
    after one of them refused.
    """
    image_id = _image_of(path)
    if image_id is None:
        return Access.FREE
    said = {judge(image_id, user) for judge in _judges.values()}
    if Access.REFUSED in said:
        return Access.FREE if _is_public_elsewhere(image_id) else Access.REFUSED
    return Access.GRANTED if Access.GRANTED in said else Access.FREE


def pages_with(image_id: int) -> list[int]:
    """Keys of the pages that show the picture, whatever their state."""
    found = ReferenceIndex.get_references_to(EditorialImage(pk=image_id)).filter(base_content_type=_pages())
    return [int(key) for key in found.values_list("object_id", flat=True)]


def _pages() -> ContentType:
    return ContentType.objects.get_for_model(Page, for_concrete_model=False)


def _image_of(path: str) -> int | None:
    if path.startswith(_RENDITIONS):
        found = EditorialRendition.objects.filter(file=path).values_list("image_id", flat=True)
    elif path.startswith(_ORIGINALS):
        found = EditorialImage.objects.filter(file=path).values_list("pk", flat=True)
    else:
        return None
    return found.first()


def _is_public_elsewhere(image_id: int) -> bool:
    shown = ReferenceIndex.get_references_to(EditorialImage(pk=image_id))
    if shown.exclude(base_content_type=_pages()).exists():
        return True
    return public(Page.objects.filter(pk__in=pages_with(image_id))).exists()
