"""Plain rows: made when they are missing, changed when they differ, and otherwise left alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from editorial.demonstration.content import Item

M = TypeVar("M", bound=Model)


@dataclass
class Tally:
    """How much a load made, changed and found as it should be."""

    made: int = 0
    changed: int = 0
    kept: int = 0

    def __str__(self) -> str:
        return f"{self.made} made, {self.changed} changed, {self.kept} as they were"


def keep(model: type[M], key: dict[str, Any], values: dict[str, Any], item: Item, tally: Tally) -> M:
    """The row with this key and these values. Raises ContentError when the model refuses them."""
    row = model._default_manager.filter(**key).first()
    if row is None:
        row = model(**key, **values)
        tally.made += 1
    else:
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not changed:
            tally.kept += 1
            return row
        for name, value in changed.items():
            setattr(row, name, value)
        tally.changed += 1
    checked(row, item)
    row.save()
    return row


def checked(row: Model, item: Item) -> None:
    """Runs the model's own validation. Raises ContentError that names the file and the field."""
    try:
        row.full_clean()
    except ValidationError as problem:
        raise refused(problem, item) from problem


def refused(problem: ValidationError, item: Item) -> Exception:
    """A validation error, said with the file that caused it."""
    if hasattr(problem, "error_dict"):
        name, errors = next(iter(problem.message_dict.items()))
        return item.error("" if name == "__all__" else name, " ".join(errors))
    return item.error("", " ".join(problem.messages))
