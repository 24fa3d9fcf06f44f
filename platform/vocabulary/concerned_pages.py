"""Which pages show a record, directly or by way of another record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import ForeignKey, ForeignObjectRel, ManyToManyField, ManyToManyRel, Model
from modelcluster.fields import ParentalKey
from wagtail.models import Page

#: Rooms whose records point at each other: a school's municipality, a municipality's region. From others, such
#: as logs and sessions, no way leads to what a page shows.
_RECORDS = frozenset({"accounts", "organisations", "vocabulary"})


def pages_that_show(records: Iterable[Model]) -> frozenset[int]:
    """Primary keys of all pages, drafts too, that point at one of ``records`` or at what stands below it.

    It follows relations backwards: from a theme to the themes below it and their pages; from a region to its
    municipalities, their schools and the pages about those. One query for each kind of relation and step.
    """
    pages: set[int] = set()
    seen: dict[type[Model], set[int]] = defaultdict(set)
    step: dict[type[Model], set[int]] = defaultdict(set)
    for record in records:
        step[type(record)].add(record.pk)
    while step:
        next_step: dict[type[Model], set[int]] = defaultdict(set)
        for model, pks in step.items():
            seen[model] |= pks
            for relation in _pointing_at(model):
                source, field = relation.related_model, relation.field
                page_path = _path_to_page(source)
                if page_path:
                    rows = source._base_manager.filter(**{f"{field.name}__in": pks})
                    pages.update(rows.order_by().values_list(page_path, flat=True))
                elif source._meta.app_label in _RECORDS:
                    rows = source._base_manager.filter(**{f"{field.name}__in": pks})
                    next_step[source].update(set(rows.order_by().values_list("pk", flat=True)) - seen[source])
        step = {model: pks for model, pks in next_step.items() if pks}
    return frozenset(pages)


def _pointing_at(model: type[Model]) -> Iterator[ForeignObjectRel]:
    """Relations of other models that point at ``model``; those that an m2m field makes for itself are left out."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or not isinstance(relation.field, ForeignKey | ManyToManyField):
            continue  # taggit's field of tags looks like a relation; the rows between are a relation of their own.
        if isinstance(relation, ManyToManyRel) or not relation.related_model._meta.auto_created:
            yield relation


def _path_to_page(model: type[Model]) -> str:
    """``pk`` for a page, the name of the key to its page for a part of one, nothing for other models."""
    if issubclass(model, Page):
        return "pk"
    for field in model._meta.get_fields():
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            return field.attname
    return ""
