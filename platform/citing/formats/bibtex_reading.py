"""Reading BibTeX: bibtexparser finds the entries, their values are understood here, within bounds."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import Any, cast

from bibtexparser.exceptions import ParsingException
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock
from bibtexparser.splitter import Splitter
from django.utils.translation import gettext as _

from citing.formats.bibtex_kinds import IN_BOOK, LANGUAGES, READ_FIELDS, READ_KINDS
from citing.formats.cleaning import doi_of, pages_of, plain
from citing.formats.dates import MONTHS, put_date, read_date
from citing.formats.tex import address, plain_text
from citing.formats.unreadable import (
    MAX_ITEMS,
    MAX_NAMES,
    MAX_NESTING,
    UnreadableFile,
    too_many,
    too_many_names,
    too_nested,
)
from citing.items import CslItem
from citing.names import CslName, person_name

_BLOCK = re.compile(r"@\w+[ \t]*[{(]")
_BRACE = re.compile(r"(?<!\\)[{}]")
_PIECE = re.compile(r'\s*(?:#\s*)?(\{|"|[^\s#"{]+)')
_URL_COMMAND = re.compile(r"\\url\s*\{([^{}]{1,1000})\}")
#: What an abbreviation of the file may grow to: one that names others that name others … stays small.
_MAX_MACRO = 2_000

#: Taking names apart is the slowest part: text for this many names of 60 characters.
_MAX_NAMES_TEXT = 60 * MAX_NAMES

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_bibtex(text: str) -> list[CslItem]:
    """The entries of a BibTeX file. Raises UnreadableFile, naming the line, when one of them cannot be read."""
    if next(islice(_BLOCK.finditer(text), 3 * MAX_ITEMS, None), None) is not None:
        raise too_many()
    _refuse_deep_nesting(text)
    try:
        library = Splitter(text).split()
    except ParsingException:
        raise _broken(1) from None
    macros = dict(zip(MONTHS, map(str, range(1, 13)), strict=True))
    for string in library.strings:
        macros[string.key.lower()] = _value(string.value, macros)[:_MAX_MACRO]
    return [_item(entry, macros) for entry in _entries(library.blocks)]


def _entries(blocks: list[Any]) -> list[Entry]:
    entries: dict[tuple[str, str], Entry] = {}
    for block in blocks:
        if isinstance(block, DuplicateFieldKeyBlock):
            raise UnreadableFile(
                _("In de verwijzing op regel %(line)d staat een veld dubbel: %(fields)s.")
                % {"line": _line(block), "fields": ", ".join(sorted(block.duplicate_keys))[:100]}
            )
        entry = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        if isinstance(block, ParsingFailedBlock) and not isinstance(block, DuplicateBlockKeyBlock):
            raise _broken(_line(block))
        if isinstance(entry, Entry):
            # The same entry twice is one; two under the same key are two.
            entries.setdefault((entry.key, repr([(field.key, field.value) for field in entry.fields])), entry)
    return list(entries.values())


def _line(block: Any) -> int:
    return int(block.start_line or 0) + 1


def _broken(line: int) -> UnreadableFile:
    return UnreadableFile(
        _("De verwijzing op regel %(line)d is niet af: er mist een haakje, aanhalingsteken of komma.") % {"line": line}
    )


def _refuse_deep_nesting(text: str) -> None:
    depth = 0
    for found in _BRACE.finditer(text):
        depth = depth + 1 if found.group() == "{" else max(depth - 1, 0)
        if depth > MAX_NESTING:
            raise too_nested()


def _value(raw: str, macros: dict[str, str]) -> str:
    """A value as it stands: in braces, in quotes, a number, an abbreviation, or several of these with # between."""
    parts: list[str] = []
    position, size = 0, 0
    while position < len(raw) and (found := _PIECE.match(raw, position)):
        piece, position = found.group(1), found.end()
        if piece in ("{", '"'):
            end = _end_of(raw, position, piece)
            piece, position = raw[position:end], end + 1
        else:
            piece = macros.get(piece.lower(), piece)
        parts.append(piece)
        size += len(piece)
        if size > len(raw) + 10 * _MAX_MACRO:
            break
    return "".join(parts)


def _end_of(raw: str, start: int, opening: str) -> int:
    depth = 0
    for found in re.compile(r'(?<!\\)[{}"]').finditer(raw, start):
        mark = found.group()
        if depth == 0 and mark == ("}" if opening == "{" else '"'):
            return found.start()
        depth += {"{": 1, "}": -1}.get(mark, 0)
    return len(raw)


def _item(entry: Entry, macros: dict[str, str]) -> CslItem:
    fields = {field.key.lower(): _value(field.value, macros) for field in entry.fields}
    kind = READ_KINDS.get(entry.entry_type.lower(), "document")
    item: dict[str, Any] = {"id": plain(entry.key, "id"), "type": kind, "title": _text(fields, "title")}
    for source, target in READ_FIELDS.items():
        if target not in item and (value := _text(fields, source)):
            item[target] = value
    if subtitle := _text(fields, "subtitle"):
        item["title"] = f"{item['title']}: {subtitle}"
    for role in ("author", "editor"):
        if names := _names(fields.get(role, "")):
            item[role] = names
    if "language" in item:
        item["language"] = LANGUAGES.get(item["language"].lower(), item["language"])
    _put_number(item, fields, kind)
    _put_addresses(item, fields)
    if organisation := _text(fields, "organization"):
        item.setdefault("container-title" if kind == "webpage" else "publisher", organisation)
    if pages := _text(fields, "pages"):
        item["page"] = pages_of(pages)
    if kind == "document" and "URL" in item and "DOI" not in item and "publisher" not in item:
        item["type"] = "webpage"
    reference = cast(CslItem, item)
    put_date(reference, _text(fields, "date") or _text(fields, "year"), fields.get("month", ""), fields.get("day", ""))
    return reference


def _put_number(item: dict[str, Any], fields: dict[str, str], kind: str) -> None:
    if number := _text(fields, "number"):
        in_series = kind == "book" or kind in IN_BOOK
        target = "issue" if kind == "article-journal" else "collection-number" if in_series else "number"
        item.setdefault(target, number)


def _put_addresses(item: dict[str, Any], fields: dict[str, str]) -> None:
    if doi := doi_of(address(fields.get("doi", ""))):
        item["DOI"] = plain(doi, "DOI")
    url = fields.get("url", "")
    if not url:
        commands = (_URL_COMMAND.search(fields.get(name, "")[:3_000]) for name in ("howpublished", "note"))
        url = next((found.group(1) for found in commands if found), "")
    if url := address(url):
        item["URL"] = plain(url, "URL")
    if accessed := read_date(_text(fields, "urldate")):
        item["accessed"] = accessed


def _text(fields: dict[str, str], name: str) -> str:
    raw = fields.get(name, "")
    return plain(plain_text(raw[:100_000]), READ_FIELDS.get(name, name)) if raw else ""


def _names(raw: str) -> list[CslName]:
    names = split_multiple_persons_names(" ".join(raw.split())) if len(raw) <= _MAX_NAMES_TEXT else []
    if len(names) > MAX_NAMES or len(raw) > _MAX_NAMES_TEXT:
        raise too_many_names()
    return [_name(name) for name in names if name.strip() and name.strip().lower() != "others"]


def _name(raw: str) -> CslName:
    parts = parse_single_name_into_parts(raw, strict=False)
    first, von, last, suffix = (
        plain(plain_text(" ".join(words)), "author") for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    if not first and not von and not suffix:
        return {"literal": last}
    if not von and not raw.lstrip().startswith("{"):
        return person_name(last, first, suffix)
    name: CslName = {"family": last or von}
    if von and last:
        name["non-dropping-particle"] = von
    if first:
        name["given"] = first
    if suffix:
        name["suffix"] = suffix
    return name
