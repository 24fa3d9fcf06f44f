"""References to records inside the drafts and earlier versions of pages.

A revision keeps a page as JSON, out of sight of the database's foreign keys. One that names a record which is
gone can be neither opened nor published, so whoever merges or removes records rewrites the revisions as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model, Q, TextField
from django.db.models.functions import Cast
from modelcluster.fields import ParentalKey
from wagtail.models import Page, Revision

_CHUNK = 100


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a key can stand: ``field`` of the page itself, or of each entry of the list ``within``."""

    within: str
    field: str
    nullable: bool


def replace_in_revisions(old: Model, new: Model | None) -> int:
    """Let all revisions name ``new`` where they name ``old``; with None they name nothing there.

    A part of a page that cannot be without it (an author, a theme) goes, also when ``new`` is there already.
    Lists of many-to-many keys need no care: whoever reads them skips what is gone. Returns how many revisions
    were rewritten.
    """
    places = _places(type(old))
    names = {place.field for of_model in places.values() for place in of_model}
    if not names:
        return 0
    types = {content_type.pk: model for model, content_type in ContentType.objects.get_for_models(*places).items()}
    # The text search finds 12 in 123 too; what is rewritten is decided key by key below.
    names_old = reduce(or_, (Q(text__contains=f'"{name}": {old.pk}') for name in names))
    revisions = Revision.objects.annotate(text=Cast("content", TextField())).filter(
        names_old, content_type_id__in=types
    )
    rewritten = 0
    for pk, type_id, content in revisions.values_list("pk", "content_type_id", "content").iterator(_CHUNK):
        if _rewrite(content, places[types[type_id]], old.pk, new.pk if new else None):
            Revision.objects.filter(pk=pk).update(content=content)
            rewritten += 1
    return rewritten


def _places(model: type[Model]) -> dict[type[Page], set[_Place]]:
    """For each class of page, where a revision of it can name a record of ``model``."""
    found: dict[type[Page], set[_Place]] = defaultdict(set)
    for relation in model._meta.get_fields(include_hidden=True):
        field = getattr(relation, "field", None)
        if not relation.is_relation or not isinstance(field, Field) or field.many_to_many:
            continue
        source = field.model
        for page_model, within in _pages_holding(source):
            found[page_model].add(_Place(within, field.name, field.null))
    return found


def _pages_holding(model: type[Model]) -> Iterable[tuple[type[Page], str]]:
    """The page classes in whose revisions rows of ``model`` stand, with the name of the list they stand in."""
    if issubclass(model, Page):
        yield model, ""
        return
    for field in model._meta.get_fields():
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            holders = [field.related_model, *_subclasses(field.related_model)]
            yield from ((holder, field.remote_field.get_accessor_name()) for holder in holders)


def _subclasses(model: type[Page]) -> list[type[Page]]:
    direct = [sub for sub in model.__subclasses__() if not sub._meta.abstract]
    abstract = [sub for sub in model.__subclasses__() if sub._meta.abstract]
    return direct + [deeper for sub in direct + abstract for deeper in _subclasses(sub)]


def _rewrite(content: dict[str, Any], places: Iterable[_Place], old: int, new: int | None) -> bool:
    """Change ``content`` in place; whether it changed."""
    changed = False
    for place in places:
        if not place.within:
            if content.get(place.field) == old and (new is not None or place.nullable):
                content[place.field] = new
                changed = True
            continue
        rows = content.get(place.within) or []
        kept = _rewrite_rows(rows, place, old, new)
        if kept is not None:
            content[place.within] = kept
            changed = True
    return changed


def _rewrite_rows(rows: list[dict[str, Any]], place: _Place, old: int, new: int | None) -> list[dict[str, Any]] | None:
    """The rows without ``old``, or None when none of them names it."""
    if not any(row.get(place.field) == old for row in rows):
        return None
    has_new = any(row.get(place.field) == new for row in rows)
    kept = []
    for row in rows:
        if row.get(place.field) != old:
            kept.append(row)
        elif (new is not None and not has_new) or (new is None and place.nullable):
            kept.append({**row, place.field: new})
            has_new = True
    return kept
