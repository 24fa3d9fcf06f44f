"""What hosts change about their Leerlab, outside the editors' room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from leerlabs.models import LeerlabPage

#: What hosts may change. The rest is up to the editors.
FIELDS = (
    "question",
    "goal",
    "summary",
    "starts_on",
    "ends_on",
    "visibility",
    "joining",
    "first_post_review",
)


@transaction.atomic
def change(leerlab: LeerlabPage, values: Mapping[str, Any], by: User) -> LeerlabPage:
    """Publish these values; the editors see who changed what in the history of the page.

    A draft that an editor has under way stays a draft and gets the values too, so that publishing it later does
    not undo them: a Leerlab that a host hid never comes into the open that way.
    """
    current = LeerlabPage.objects.select_for_update().get(pk=leerlab.pk)
    changed = {name: value for name, value in values.items() if name in FIELDS and getattr(current, name) != value}
    if changed:
        _write(current, changed, by)
    return current


@transaction.atomic
def archive(leerlab: LeerlabPage, by: User) -> None:
    """Close it: it can be read, and nothing is added any more."""
    _write(LeerlabPage.objects.select_for_update().get(pk=leerlab.pk), {"archived_at": timezone.now()}, by)


@transaction.atomic
def reopen(leerlab: LeerlabPage, by: User) -> None:
    """Let it go on."""
    _write(LeerlabPage.objects.select_for_update().get(pk=leerlab.pk), {"archived_at": None}, by)


def _write(current: LeerlabPage, changed: Mapping[str, Any], by: User) -> None:
    draft = current.get_latest_revision_as_object() if current.has_unpublished_changes else None
    for page in (current, draft):
        for name, value in changed.items():
            if page is not None:
                setattr(page, name, value)
    current.full_clean()
    if draft is None:
        # A host has no right to publish in the editors' room; that this may be done was decided by our policy.
        current.save_revision(user=by, log_action=True).publish(user=by, skip_permission_checks=True)
    else:
        current.save()
        draft.save_revision(user=by, log_action=True)
