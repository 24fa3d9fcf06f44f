"""The pictures of a practice that was sent in are the member's and the editors' until it is published."""

from __future__ import annotations

from typing import Any

from editorial.contributing import policy
from editorial.picture_access import Access, register
from practices.models import SubmissionPicture


def connect() -> None:
    """Have a say in who gets the file of a picture; called once, when the app is ready."""
    register("practices", judge)


def judge(image_id: int, user: Any) -> Access:
    """What follows from the submission that the picture came with."""
    picture = SubmissionPicture.objects.select_related("submission__page").filter(image_id=image_id).first()
    if picture is None or (picture.submission.page and picture.submission.page.live):
        return Access.FREE
    allowed = policy.may_follow(user, picture.submission) or user.has_perm("wagtailadmin.access_admin")
    return Access.GRANTED if allowed else Access.REFUSED
