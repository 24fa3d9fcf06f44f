"""Reading RIS: rispy takes the tags apart, after lines that go on were joined."""

from __future__ import annotations

import re
from typing import Any, cast

import rispy
from django.utils.translation import gettext as _

from citing.formats.cleaning import doi_of, pages_of, plain
from citing.formats.dates import put_date, read_date
from citing.formats.ris_kinds import READ_FIELDS, READ_KINDS, SHORT_TITLES
from citing.formats.unreadable import MAX_ITEMS, MAX_NAMES, UnreadableFile, too_many, too_many_names
from citing.items import CslItem
from citing.names import CslName, name_from_text

_TAG = re.compile(r"^([A-Z][A-Z0-9])  ?- ?")
#: Tags of one record, joined lines counted as one: keywords and authors go into the hundreds.
_MAX_LINES = 2 * MAX_NAMES


def read_ris(text: str) -> list[CslItem]:
    """The records of a RIS file. Raises UnreadableFile for one that has no end, or for too many of them."""
    lines = _joined(text)
    records = rispy.loads("\n".join(lines), enforce_list_tags=False)
    return [_item(record, number) for number, record in enumerate(records, start=1)]


def _joined(text: str) -> list[str]:
    """The lines with tags, each with what follows it up to the next; records that begin and end in turn."""
    lines: list[list[str]] = []
    records, in_record, in_this = 0, 0, 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TAG.match(line)
        if not found:
            if in_record and line.strip():
                lines[-1].append(line.strip())
            continue
        tag = found.group(1)
        if tag == "TY":
            if in_record:
                raise _unended(in_record)
            records, in_record, in_this = records + 1, number, 0
            if records > MAX_ITEMS:
                raise too_many()
        if not in_record:
            continue
        in_this += 1
        if in_this > _MAX_LINES:
            raise UnreadableFile(
                _("De verwijzing die op regel %(line)d begint heeft te veel regels.") % {"line": in_record}
            )
        lines.append([f"{tag}  - {line[found.end() :].strip()}"])
        if tag == "ER":
            in_record = 0
    if in_record:
        raise _unended(in_record)
    return [" ".join(parts) for parts in lines]


def _unended(line: int) -> UnreadableFile:
    return UnreadableFile(
        _("De verwijzing die op regel %(line)d begint, eindigt niet: de regel ER ontbreekt.") % {"line": line}
    )


def _item(record: dict[str, Any], number: int) -> CslItem:
    kind = READ_KINDS.get(record.get("type_of_reference", "").upper(), "document")
    item: dict[str, Any] = {"id": plain(_first(record, "id") or f"ris-{number}", "id"), "type": kind, "title": ""}
    for source, target in READ_FIELDS.items():
        if not item.get(target) and (value := _first(record, source)):
            item[target] = plain(value, target)
    item |= _short_title(record, item.get("container-title", ""))
    for role, sources in (("author", ("first_authors", "authors")), ("editor", ("secondary_authors",))):
        if names := _names(record, sources):
            item[role] = names
    if issue := _first(record, "number"):
        item["collection-number" if kind in ("book", "chapter") else "issue"] = plain(issue, "issue")
    if doi := doi_of(_first(record, "doi")):
        item["DOI"] = plain(doi, "DOI")
    if url := _first(record, "urls"):
        item["URL"] = plain(url, "URL")
    pages = "-".join(filter(None, (_first(record, "start_page"), _first(record, "end_page"))))
    if pages:
        item["page"] = pages_of(pages)
    if serial := _first(record, "issn"):
        item["ISBN" if len(re.sub(r"\D", "", serial[:40])) > 8 else "ISSN"] = plain(serial, "ISSN")
    if accessed := read_date(_first(record, "access_date")):
        item["accessed"] = accessed
    if keywords := _list(record, "keywords"):
        item["keyword"] = plain(", ".join(keywords), "keyword")
    if notes := _list(record, "notes"):
        item["note"] = plain(" ".join(notes), "note")
    reference = cast(CslItem, item)
    dates = [_first(record, name) for name in ("date", "year", "publication_year")]
    put_date(reference, next((date for date in dates if date), ""))
    return reference


def _short_title(record: dict[str, Any], whole: str) -> dict[str, str]:
    """The abbreviation of a journal's title, unless it is all that there is of the title."""
    shorts = (plain(_first(record, name), "container-title-short") for name in SHORT_TITLES)
    short = next((text for text in shorts if text and text != whole), "")
    return {"container-title-short": short} if short else {}


def _names(record: dict[str, Any], sources: tuple[str, ...]) -> list[CslName]:
    texts = [text for source in sources for text in _list(record, source)]
    if len(texts) > MAX_NAMES:
        raise too_many_names()
    return [name_from_text(plain(text, "author")) for text in texts if text.strip(" ,")]


def _first(record: dict[str, Any], name: str) -> str:
    return next((text for text in _list(record, name) if text), "")


def _list(record: dict[str, Any], name: str) -> list[str]:
    value = record.get(name) or []
    return value if isinstance(value, list) else [value]
