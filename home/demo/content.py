"""The content files of this loader."""

from __future__ import annotations

from pathlib import Path

from editorial.demonstration import content
from editorial.demonstration.content import Item

CONTENT_DIR = Path(__file__).parent / "content"


def read_folder(name: str) -> list[Item]:
    """The items of a folder, one file each; the file's name is the slug."""
    return content.read_folder(CONTENT_DIR, name)


def read_file(name: str) -> Item:
    """A file that describes one thing."""
    return content.read_file(CONTENT_DIR, name)


def read_rows(name: str, table: str) -> list[Item]:
    """The rows of one table of a file; a row's slug is its own, or its number."""
    return content.read_rows(CONTENT_DIR, name, table)
