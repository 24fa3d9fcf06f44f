"""The pictures of a Leerlab that is not open are for those who may read it."""

from __future__ import annotations

from typing import Any

from editorial.picture_access import Access, pages_with, register
from leerlabs.models import LeerlabPage, Visibility
from leerlabs.policy import readable_leerlabs


def connect() -> None:
    """Have a say in who gets the file of a picture; called once, when the app is ready."""
    register("leerlabs", judge)


def judge(image_id: int, user: Any) -> Access:
    """What follows from the Leerlabs that show the picture."""
    showing = LeerlabPage.objects.filter(pk__in=pages_with(image_id))
    if not showing.exclude(visibility=Visibility.OPEN, live=True).exists():
        return Access.FREE
    return Access.GRANTED if readable_leerlabs(user).filter(pk__in=showing.values("pk")).exists() else Access.REFUSED
