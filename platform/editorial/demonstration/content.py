"""Reading the content files. Every mistake is said with its file and its field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class ContentError(Exception):
    """A content file says something that cannot be loaded."""

    def __init__(self, source: str, field: str, problem: str) -> None:
        super().__init__(f"{source}: {field}: {problem}" if field else f"{source}: {problem}")


class Item(Mapping[str, Any]):
    """One thing described in a content file. It remembers what was asked: nothing in it is overlooked."""

    def __init__(self, source: str, slug: str, values: dict[str, Any]) -> None:
        self.source = source
        self.slug = slug
        self._values = values
        self._read: set[str] = set()

    def __getitem__(self, field: str) -> Any:
        self._read.add(field)
        if field not in self._values:
            raise self.error(field, "is missing")
        return self._values[field]

    def __contains__(self, field: object) -> bool:
        return field in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def get(self, field: str, default: Any = None) -> Any:
        """The value, or ``default`` when the file does not give it."""
        self._read.add(field)
        return self._values.get(field, default)

    def leave(self, *fields: str) -> None:
        """These fields are for somebody else."""
        self._read.update(fields)

    def error(self, field: str, problem: str) -> ContentError:
        """A mistake in this item, ready to be raised."""
        return ContentError(self.source, field, problem)

    def check_all_read(self) -> None:
        """Raises ContentError for a field that nobody asked for: a slip, or a forgetful builder."""
        if overlooked := sorted(set(self._values) - self._read):
            raise self.error(overlooked[0], "is not a field that the loader knows")


def read_folder(root: Path, name: str) -> list[Item]:
    """The items of a folder, one file each; the file's name is the slug."""
    return [
        Item(f"{name}/{path.name}", path.stem, _parse(path, f"{name}/{path.name}"))
        for path in sorted((root / name).glob("*.toml"))
    ]


def read_file(root: Path, name: str) -> Item:
    """A file that describes one thing."""
    return Item(name, Path(name).stem, _parse(root / name, name))


def read_rows(root: Path, name: str, table: str) -> list[Item]:
    """The rows of one table of a file; a row's slug is its own, or its number."""
    rows = _parse(root / name, name).get(table, [])
    return [
        Item(f"{name} [{table} {row.get('slug', number)}]", str(row.get("slug", number)), row)
        for number, row in enumerate(rows, start=1)
    ]


def _parse(path: Path, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(source, "", "there is no such file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ContentError(source, "", str(problem)) from problem
