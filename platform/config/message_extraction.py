"""Collecting the texts that visitors and editors see, without a system gettext.

Python files and Django templates are read with Babel; a template is first turned into something that looks like
Python by Django itself, as ``makemessages`` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
#: Dates in the header would change at every run and say nothing.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
LEFT_OUT = {"tests", "bench", "var", "migrations", ".venv"}


def collect(root: Path, po_file: Path) -> tuple[int, int]:
    """Bring ``po_file`` up to date with the sources below ``root``; what was translated stays.

    Returns the number of texts and how many of them have no translation.
    """
    template = Catalog(charset="utf-8")
    for path in sorted(sources(root)):
        for line, message, comments, context in messages(path):
            template.add(message, None, [(str(path.relative_to(root)), line)], auto_comments=comments, context=context)
    with po_file.open("rb") as known:
        catalog = read_po(known, locale="en", domain="django")
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.project, catalog.creation_date, catalog.revision_date = "samen-onderwijs-versnellen", EPOCH, EPOCH
    with po_file.open("wb") as written:
        write_po(written, catalog, width=100, sort_output=True, include_lineno=False)
    missing = sum(1 for message in catalog if message.id and not is_translated(message))
    return len(catalog), missing


def is_translated(message: Message) -> bool:
    """Whether a text, with all its plural forms, has a translation."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


def sources(root: Path) -> Iterator[Path]:
    """Python files and templates of the project."""
    for pattern in ("*.py", "*.html", "*.txt"):
        for path in root.rglob(pattern):
            parts = path.relative_to(root).parts
            is_template = path.suffix == ".py" or "templates" in parts
            if is_template and not LEFT_OUT.intersection(parts):
                yield path


def messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """(line, text, comments for translators, context) of every marked text in a file."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        lines = templatize(source, origin=str(path)).splitlines()
        source = "\n".join(line.strip() for line in lines)
    yield from extract("python", BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"})
