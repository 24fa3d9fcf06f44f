"""Reading a CSV file as people make them: several encodings, several separators, sloppy rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from organisations.importing import columns

LARGEST_BYTES = 10 * 1024 * 1024
SEPARATORS = (";", ",", "\t")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
#: A spreadsheet takes a cell that begins so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class FileRefusedError(Exception):
    """Nothing can be made of a file; the message says why, in words for an editor."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file; ``cells`` holds the fields that have a column, without spaces around them."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken in, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class ReadFile:
    """What a file holds, before anybody looks at the register."""

    encoding: str
    separator: str
    fields: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)


def read(content: bytes) -> ReadFile:
    """The rows of a file. Raises :class:`FileRefusedError` for a file of which no row can be trusted."""
    if len(content) > LARGEST_BYTES:
        raise FileRefusedError(_("Het bestand is groter dan 10 MB. Splits het in delen."))
    text, encoding = _decoded(content)
    skipped = _SEPARATOR_LINE.match(text)
    body = text[skipped.end() :] if skipped else text
    separator = skipped.group(1) if skipped else _separator(body)
    found = ReadFile(encoding, separator)
    try:
        _read_rows(body, found, lines_before=1 if skipped else 0)
    except csv.Error as problem:
        raise FileRefusedError(
            _("Het bestand is geen geldige CSV: kijk de aanhalingstekens na (%(problem)s).") % {"problem": problem}
        ) from problem
    return found


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(_WIDE_BOMS) or b"\0" in content:
        raise FileRefusedError(_("Dit is geen tekstbestand in UTF-8 of Windows-1252. Sla het op als CSV (UTF-8)."))
    if content.startswith(codecs.BOM_UTF8):
        try:
            return content.decode("utf-8-sig"), "UTF-8"
        except UnicodeDecodeError as problem:
            raise FileRefusedError(_("Het bestand zegt UTF-8 te zijn, maar is het niet.")) from problem
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError as problem:
        raise FileRefusedError(
            _("Dit is geen tekstbestand in UTF-8 of Windows-1252. Sla het op als CSV (UTF-8).")
        ) from problem


def _separator(text: str) -> str:
    """The separator with which most headings are known."""
    first = text.splitlines()[0] if text else ""

    def known(separator: str) -> int:
        return sum(1 for heading in first.split(separator) if columns.field_of(heading))

    return max(SEPARATORS, key=known)


def _read_rows(text: str, found: ReadFile, lines_before: int) -> None:
    lines = _numbered(text, found.separator, lines_before)
    headings = next(lines, (0, []))[1]
    fields = columns.fields_of(headings)
    _check_headings(fields)
    found.fields = tuple(name for name in fields if name)
    found.ignored_columns = tuple(
        heading for heading, name in zip(headings, fields, strict=True) if name is None and heading.strip()
    )
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(fields) and any(cell.strip() for cell in cells[len(fields) :]):
            found.refused.append(
                RefusedRow(line, _("Meer cellen dan er kolommen zijn; staat er een scheidingsteken te veel?"))
            )
            continue
        named = {name: cell for name, cell in zip(fields, cells, strict=False) if name}
        if reason := _unfit(named):
            found.refused.append(RefusedRow(line, reason))
        else:
            found.rows.append(Row(line, {name: _value(named.get(name, "")) for name in found.fields}))


def _numbered(text: str, separator: str, lines_before: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins; a cell may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1 + lines_before
        try:
            yield line, next(reader)
        except StopIteration:
            return


def _check_headings(fields: list[str | None]) -> None:
    known = [name for name in fields if name]
    if columns.REQUIRED not in known or not {"name", "code"} & set(known):
        raise FileRefusedError(
            _("De eerste regel moet de kolommen noemen: “soort”, en “naam” of “code”, gescheiden door ; of ,")
        )
    if len(known) != len(set(known)):
        raise FileRefusedError(_("Twee kolommen betekenen hetzelfde; laat er een weg."))


def _value(cell: str) -> str:
    """The cell without spaces around it; a dash says that there is nothing."""
    value = cell.strip()
    return "" if value == "-" else value


def _unfit(cells: dict[str, str]) -> str:
    """Why these cells are not taken in; empty when they are fit."""
    for cell in cells.values():
        if cell.strip(" ").startswith(_FORMULA_STARTS) and _value(cell):
            return _("“%(cell)s” begint als een formule. Bewaar in het rekenblad de waarde, geen formule.") % {
                "cell": cell.strip()[:40]
            }
        if any(ord(character) < 32 for character in cell.strip()):
            return _("In een cel staat een regeleinde of een ander onzichtbaar teken.")
    return ""
