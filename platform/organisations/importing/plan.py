"""What an import would do, row by row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from organisations.importing.reading import RefusedRow


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one organisation, as it reads now and then."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BoardReference:
    """A board of the register (``pk``), or one that the same file adds (``line``)."""

    name: str
    pk: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class NewRow:
    """An organisation that is added."""

    line: int
    kind: str
    name: str
    code: str = ""
    website: str = ""
    municipality_id: int | None = None
    board: BoardReference | None = None


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """An organisation of the register that is changed: what an editor reads, and what is written."""

    line: int
    pk: int
    name: str
    changes: tuple[FieldChange, ...]
    values: dict[str, Any]
    board: BoardReference | None = None


@dataclass(frozen=True, slots=True)
class UnchangedRow:
    """An organisation of which the file says what the register says."""

    line: int
    pk: int
    name: str


@dataclass(slots=True)
class ImportPlan:
    """All rows of a file. The same file with the same register makes the same plan."""

    encoding: str
    separator: str
    ignored_columns: tuple[str, ...] = ()
    new: list[NewRow] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    unchanged: list[UnchangedRow] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)

    @property
    def changes_anything(self) -> bool:
        """Whether carrying it out would do something."""
        return bool(self.new or self.changed)

    def fingerprint(self) -> str:
        """Another plan has another fingerprint: whoever agreed to this one agreed to no other."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
