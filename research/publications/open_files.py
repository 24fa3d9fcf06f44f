"""Which files of publications everyone may download: those of a page that is public, in any of its versions."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction

from editorial.groups import CHIEF_EDITOR, EDITOR
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications.models import PublicationVersion
from research.publications.versions import documents_of

#: Files of what is not public (any more), which only editors open, and files of what is.
CLOSED, PUBLIC = "Bestanden van publicaties die niet openbaar zijn", "Bestanden bij publicaties"


def closed_collection() -> Collection:
    """Where files wait; only editors may open them."""
    collection = _collection(CLOSED)
    if not collection.view_restrictions.exists():
        restriction = CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.GROUPS
        )
        restriction.groups.set(Group.objects.filter(name__in=[EDITOR, CHIEF_EDITOR]))
    return collection


def open_up(page: InsightPage) -> None:
    """Let everyone download the files of a page that is public now."""
    _move(page, CLOSED, PUBLIC)


def close(page: InsightPage) -> None:
    """Close the files of a page that is not public any more. Files that editors keep elsewhere are theirs to move."""
    _move(page, PUBLIC, CLOSED)


def _move(page: InsightPage, source: str, target: str) -> None:
    keys = {document.pk for document in documents_of(page)}
    for files in PublicationVersion.objects.filter(page=page).values_list("files", flat=True):
        keys |= {file["document"] for file in files}
    waiting = EditorialDocument.objects.filter(pk__in=keys, collection__name=source)
    if keys and waiting.exists():
        waiting.update(collection=closed_collection() if target == CLOSED else _collection(PUBLIC))


def _collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=name).first()
    return found or root.add_child(name=name)
