"""Keeping what somebody filled in, without losing what was written elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models, transaction

Written = TypeVar("Written", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Saved:
    """Whether it was kept. If not, it was saved elsewhere meanwhile: ``elsewhere`` is what that made of it."""

    done: bool
    version: int
    elsewhere: dict[str, Any] = field(default_factory=dict)
    #: Whether anything became another by it.
    changed: bool = False


@transaction.atomic
def save_written(row: Written, values: Mapping[str, Any], version: int) -> Saved:
    """Keep ``values`` in ``row`` (a model with a ``version``), unless other ones were saved since ``version``.

    Raises ``DoesNotExist`` when the row is gone.
    """
    kept: Any = type(row)._default_manager.select_for_update().get(pk=row.pk)
    differing = {name: getattr(kept, name) for name in values if getattr(kept, name) != values[name]}
    if version != kept.version:
        return Saved(not differing, kept.version, differing)
    if not differing:
        return Saved(True, kept.version)
    for name, value in values.items():
        setattr(kept, name, value)
    kept.version += 1
    kept.save()
    return Saved(True, kept.version, changed=True)
