"""The content files of this loader."""

from __future__ import annotations

from pathlib import Path

from editorial.demonstration import content
from editorial.demonstration.content import Item

CONTENT_DIR = Path(__file__).parent / "content"


def people() -> list[Item]:
    """The members."""
    return content.read_rows(CONTENT_DIR, "people.toml", "people")


def overview() -> Item:
    """The overview of Leerlabs."""
    return content.read_file(CONTENT_DIR, "overview.toml")


def labs() -> list[Item]:
    """The Leerlabs; a file's name is the slug."""
    return content.read_folder(CONTENT_DIR, "labs")


def threads(lab: str) -> list[Item]:
    """The conversations in one Leerlab, in the order of their files."""
    return content.read_folder(CONTENT_DIR, f"threads/{lab}")


def practices() -> list[Item]:
    """The practice examples made out of conversations."""
    return content.read_folder(CONTENT_DIR, "practices")
