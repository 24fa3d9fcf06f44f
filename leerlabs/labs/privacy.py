"""A Leerlab that is not open carries a view restriction of Wagtail's.

Menus, the index, relations, related pages and feeds leave out what carries one; so nothing of it shows where no
policy is asked. Its own page does not heed it (:meth:`LeerlabPage.get_view_restrictions`).
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction

from leerlabs.models import LeerlabPage, Visibility


def keep_restriction(leerlab: LeerlabPage) -> None:
    """Restrict what is not open, and nothing else."""
    restrictions = PageViewRestriction.objects.filter(page_id=leerlab.pk)
    if leerlab.visibility == Visibility.OPEN:
        for restriction in restrictions:
            restriction.delete()
    elif not restrictions.exists():
        PageViewRestriction.objects.create(page_id=leerlab.pk, restriction_type=PageViewRestriction.LOGIN)


def connect() -> None:
    """Follow every Leerlab that is saved, in the same transaction; called once, when the app is ready."""
    post_save.connect(_saved, sender=LeerlabPage, dispatch_uid="leerlabs.privacy")
    post_delete.connect(_restriction_removed, sender=PageViewRestriction, dispatch_uid="leerlabs.privacy")


def _saved(instance: LeerlabPage, raw: bool = False, **_: Any) -> None:
    if not raw:
        keep_restriction(instance)


def _restriction_removed(instance: PageViewRestriction, origin: Any = None, **_: Any) -> None:
    """Nobody takes the restriction away by another door; only with the page itself it goes."""
    removed = origin.model if isinstance(origin, QuerySet) else type(origin)
    if removed is not PageViewRestriction:
        return
    leerlab = LeerlabPage.objects.filter(pk=instance.page_id).exclude(visibility=Visibility.OPEN).first()
    if leerlab is not None:
        keep_restriction(leerlab)
