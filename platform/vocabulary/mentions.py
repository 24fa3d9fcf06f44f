"""Rows of all rooms that name a theme: profiles, what somebody follows, questions."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, ManyToOneRel, Model, OneToOneRel

from vocabulary.models import MergedTheme, Theme, ThemedPage

#: What a merge moves in a way of its own.
_MOVED_OTHERWISE = (Theme, ThemedPage, MergedTheme)


def move_mentions(source: Theme, target: Theme) -> None:
    """Let every row that names ``source`` name ``target``; one that would then stand there twice goes."""
    for model, field in _mentioning():
        rows = model._base_manager.filter(**{field.name: source})
        for key in list(rows.values_list("pk", flat=True)):
            row = model._base_manager.filter(pk=key)
            try:
                with transaction.atomic():
                    row.update(**{field.name: target})
            except IntegrityError:
                row.delete()


def _mentioning() -> Iterator[tuple[type[Model], ForeignKey]]:
    """Models with a foreign key to a theme, tables between two models among them."""
    for relation in Theme._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or isinstance(relation, OneToOneRel):
            continue
        if relation.related_model not in _MOVED_OTHERWISE:
            yield relation.related_model, relation.field
