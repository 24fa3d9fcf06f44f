"""Everything that the site keeps of a person: given back in one archive, and erased when they leave.

A room that keeps something of a person registers what it is when it is ready. What somebody wrote for others stays,
without a name; all else goes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from accounts.models import User


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file in the archive. ``path`` is relative, with forward slashes; ``content`` bytes, or what JSON can hold."""

    path: str
    content: Any

    def as_bytes(self) -> bytes:
        """The bytes as they stand in the archive."""
        if isinstance(self.content, bytes):
            return self.content
        return json.dumps(self.content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2).encode()


Export = Callable[[User], Iterable[ExportedFile]]
Erase = Callable[[User], None]


@dataclass(frozen=True, slots=True)
class _Keeper:
    export: Export
    erase: Erase


_keepers: dict[str, _Keeper] = {}


def register(name: str, *, export: Export, erase: Erase) -> None:
    """Take part in export and erasure.

    ``export`` yields the files of one person; it should read in batches. ``erase`` runs before the account is
    deleted, in one transaction with all others; it deletes files only after the commit
    (``transaction.on_commit``). Raises ValueError for a name that is taken.
    """
    if name in _keepers:
        raise ValueError(f"{name} has registered its data of persons already")
    _keepers[name] = _Keeper(export, erase)


def files_of(user: User) -> Iterator[ExportedFile]:
    """All files of the archive, each below the name of its room."""
    for name, keeper in _keepers.items():
        for file in keeper.export(user):
            yield ExportedFile(f"{name}/{file.path}", file.content)


def leave(user: User) -> None:
    """Erase everything of this person, the account last."""
    with transaction.atomic():
        for keeper in _keepers.values():
            keeper.erase(user)
        user.delete()
