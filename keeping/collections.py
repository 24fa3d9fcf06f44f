"""Making collections and changing them. All changes of one collection take turns on its row."""

from __future__ import annotations

import hashlib

from django.db import IntegrityError, transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import User
from keeping.groups import Group
from keeping.models import Collection, CollectionItem
from keeping.models.collection import NOTE_LENGTH, TITLE_LENGTH

MOST_ITEMS = 200
MOST_COLLECTIONS = 100


class KeepingRefusedError(Exception):
    """It cannot be kept; the message says why, in words for a member."""


class ChangedMeanwhileError(Exception):
    """Another window changed it since this one was opened; nothing was overwritten."""


def collections_of(owner: User | Group) -> QuerySet[Collection]:
    """What this member, or this group, keeps; by name."""
    if isinstance(owner, Group):
        return Collection.objects.filter(group_kind=owner.kind, group_id=owner.pk)
    return Collection.objects.filter(owner=owner)


@transaction.atomic
def make(owner: User | Group, title: str, description: str = "") -> tuple[Collection, bool]:
    """The collection of ``owner`` with this name, and whether it is new: asked twice it is made once.

    Raises :class:`KeepingRefusedError` when there are as many as one may have.
    """
    if isinstance(owner, User):
        # Two windows take turns, so that the bound holds.
        User.objects.select_for_update(of=("self",)).get(pk=owner.pk)
    name = " ".join(title.split())[:TITLE_LENGTH]
    theirs = collections_of(owner)
    if found := theirs.filter(title=name).first():
        return found, False
    if theirs.count() >= MOST_COLLECTIONS:
        raise KeepingRefusedError(
            _("Er zijn al %(most)d verzamelingen. Gooi er eerst een weg.") % {"most": MOST_COLLECTIONS}
        )
    whose = {"group_kind": owner.kind, "group_id": owner.pk} if isinstance(owner, Group) else {"owner": owner}
    return Collection.objects.get_or_create(**whose, title=name, defaults={"description": description[:NOTE_LENGTH]})


@transaction.atomic
def add(collection: Collection, page: Page, note: str = "") -> bool:
    """Put ``page`` at the end; False when it was there already, where a new note is added to the one that is there.

    Raises :class:`KeepingRefusedError` when the collection is full.
    """
    _locked(collection)
    note = note.strip()[:NOTE_LENGTH]
    there = collection.items.filter(page=page).first()
    if there is not None:
        if note and note not in there.note:
            there.note = f"{there.note}\n{note}".strip()[:NOTE_LENGTH]
            there.note_version += 1
            there.save(update_fields=["note", "note_version"])
        return False
    if collection.items.count() >= MOST_ITEMS:
        raise KeepingRefusedError(
            _("In een verzameling passen %(most)d pagina's. Begin een nieuwe.") % {"most": MOST_ITEMS}
        )
    last = collection.items.aggregate(last=Max("position"))["last"]
    CollectionItem.objects.create(collection=collection, page=page, note=note, position=(last or 0) + 1)
    _touch(collection, is_other_order=False)
    return True


@transaction.atomic
def move(collection: Collection, item_id: int, step: int, version: int) -> None:
    """Move an item one place up (-1) or down (+1); at the end it stays where it is.

    Raises :class:`ChangedMeanwhileError` when ``version`` is not that of the order now.
    """
    if _locked(collection).version != version:
        raise ChangedMeanwhileError
    items = list(collection.items.order_by("position", "pk"))
    place = next((number for number, item in enumerate(items) if item.pk == item_id), None)
    if place is None:
        raise ChangedMeanwhileError
    other = place + step
    if not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    for position, item in enumerate(items, start=1):
        item.position = position
    CollectionItem.objects.bulk_update(items, ["position"])
    _touch(collection)


@transaction.atomic
def remove(collection: Collection, item_id: int) -> bool:
    """Take an item out; False when another window did."""
    _locked(collection)
    deleted, _by_model = collection.items.filter(pk=item_id).delete()
    if deleted:
        _touch(collection)
    return bool(deleted)


@transaction.atomic
def write_note(item: CollectionItem, note: str, version: int) -> None:
    """Keep the note. Raises :class:`ChangedMeanwhileError` when another window wrote another one meanwhile."""
    note = note.strip()[:NOTE_LENGTH]
    unchanged = CollectionItem.objects.filter(pk=item.pk, note_version=version)
    if not unchanged.update(note=note, note_version=F("note_version") + 1):
        if CollectionItem.objects.filter(pk=item.pk, note=note).exists():
            return  # the same form, sent twice
        raise ChangedMeanwhileError
    _touch(item.collection, is_other_order=False)


def fingerprint(collection: Collection) -> str:
    """The name and description as a form saw them, in one word."""
    return hashlib.sha256(f"{collection.title}\0{collection.description}".encode()).hexdigest()[:16]


@transaction.atomic
def describe(collection: Collection, title: str, description: str, seen: str) -> None:
    """Give it another name and description.

    Raises :class:`ChangedMeanwhileError` when it is not as the form saw it (:func:`fingerprint`) and
    :class:`KeepingRefusedError` for a name that its owner uses already.
    """
    locked = _locked(collection)
    name = " ".join(title.split())[:TITLE_LENGTH]
    if (locked.title, locked.description) == (name, description):
        return
    if fingerprint(locked) != seen:
        raise ChangedMeanwhileError
    whose = {"owner_id": locked.owner_id, "group_kind": locked.group_kind, "group_id": locked.group_id}
    if Collection.objects.filter(**whose, title=name).exclude(pk=locked.pk).exists():
        raise KeepingRefusedError(_("Er is al een verzameling met deze naam."))
    try:
        with transaction.atomic():
            Collection.objects.filter(pk=locked.pk).update(
                title=name, description=description, changed_at=timezone.now()
            )
    except IntegrityError:  # another one got the name at this very moment
        raise KeepingRefusedError(_("Er is al een verzameling met deze naam.")) from None


def delete_of_group(kind: str, pk: int) -> None:
    """Delete all that a group kept: the group is gone."""
    Collection.objects.filter(group_kind=kind, group_id=pk).delete()


def _locked(collection: Collection) -> Collection:
    """The row as it is now, for this change alone. Raises :class:`ChangedMeanwhileError` when it was deleted."""
    row = Collection.objects.select_for_update(of=("self",)).filter(pk=collection.pk).first()
    if row is None:
        raise ChangedMeanwhileError
    return row


def _touch(collection: Collection, is_other_order: bool = True) -> None:
    """Note that it changed. What is added at the end leaves the order as other windows show it."""
    Collection.objects.filter(pk=collection.pk).update(
        changed_at=timezone.now(), version=F("version") + (1 if is_other_order else 0)
    )
