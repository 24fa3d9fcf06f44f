"""The collections of a Leerlab: keeping asks here who they are of and who may read and change them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models.signals import post_delete

from accounts.models import User
from keeping import collections, groups
from keeping.groups import Group, GroupKind
from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabMembership, LeerlabPage
from leerlabs.policy import may

KIND = "leerlab"
READ, CHANGE, DELETE = "leerlab.read", "leerlab.collect", "leerlab.moderate"


def connect() -> None:
    """Let Leerlabs own collections, which go with them; called once, when the app is ready."""
    groups.register(
        KIND,
        GroupKind(
            find=_find,
            may_see=lambda user, pk: _may(user, READ, pk),
            may_edit=lambda user, pk: _may(user, CHANGE, pk),
            may_delete=lambda user, pk: _may(user, DELETE, pk),
            editable_by=_editable_by,
        ),
    )
    post_delete.connect(_deleted, sender=LeerlabPage, dispatch_uid="leerlabs.labs.collections")


def group_of(leerlab: LeerlabPage) -> Group:
    """The Leerlab as an owner of collections."""
    return Group(KIND, leerlab.pk, leerlab.title, page_of(leerlab))


def _find(pk: int) -> Group | None:
    leerlab = LeerlabPage.objects.live().filter(pk=pk).first()
    return group_of(leerlab) if leerlab is not None else None


def _may(user: Any, action: str, pk: int) -> bool:
    leerlab = LeerlabPage.objects.live().filter(pk=pk).first()
    return leerlab is not None and may(user, action, leerlab)


def _editable_by(user: User) -> Iterator[Group]:
    """Those in which this member takes part, as far as the policy lets them change what is kept."""
    mine = LeerlabMembership.objects.active().filter(user=user).values("leerlab_id")
    for leerlab in LeerlabPage.objects.live().filter(pk__in=mine).order_by("title"):
        if may(user, CHANGE, leerlab):
            yield group_of(leerlab)


def _deleted(instance: LeerlabPage, **_: Any) -> None:
    collections.delete_of_group(KIND, instance.pk)
