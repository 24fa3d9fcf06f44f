"""Reading a tagged PDF in tests."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


def read(document: bytes) -> PdfReader:
    """The document, opened."""
    return PdfReader(io.BytesIO(document))


def text_of(document: bytes) -> str:
    """All text as a program takes it out, with spaces and line ends made one."""
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


def tags_of(document: bytes) -> list[str]:
    """The kinds of elements in the structure tree, in reading order."""
    root = read(document).trailer["/Root"]["/StructTreeRoot"]
    found: list[str] = []

    def walk(element: object) -> None:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, ArrayObject):
            for child in element:
                walk(child)
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                found.append(str(element["/S"]).lstrip("/"))
            if "/K" in element:
                walk(element["/K"])

    walk(root["/K"])
    return found
