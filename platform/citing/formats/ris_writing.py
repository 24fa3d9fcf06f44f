"""References as RIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citing.formats.dates import date_parts
from citing.formats.ris_kinds import WRITTEN_KINDS
from citing.items import CslDate, CslItem
from citing.names import CslName, whole_family


def ris(items: Iterable[CslItem]) -> str:
    """``items`` as a RIS file: one tag a line, lines ending as the format asks for."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _lines(item))


def _lines(item: CslItem) -> Iterator[tuple[str, str]]:
    kind = item["type"]
    yield "TY", WRITTEN_KINDS.get(kind, "GEN")
    for tag, value in _texts(item, kind):
        if text := " ".join(value.split()):
            yield tag, text
    yield "ER", ""


def _texts(item: CslItem, kind: str) -> Iterator[tuple[str, str]]:
    yield "ID", item.get("id", "")
    yield "TI", item["title"]
    yield "ST", item.get("title-short", "")
    for tag, names in (("AU", item.get("author", [])), ("A2", item.get("editor", []))):
        for name in names:
            yield tag, _name(name)
    parts = date_parts(item.get("issued"))
    if parts:
        yield "PY", str(parts[0])
        yield "DA", _date(item.get("issued"))
    else:
        yield "PY", (item.get("issued") or {}).get("literal", "")
    yield "T2", item.get("container-title", "")
    yield "J2", item.get("container-title-short", "")
    yield "T3", item.get("collection-title", "")
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "") or (item.get("collection-number", "") if kind in ("book", "chapter") else "")
    yield "M1", item.get("number", "")
    first, _dash, last = item.get("page", "").replace("–", "-").partition("-")
    yield "SP", first
    yield "EP", last
    yield "ET", item.get("edition", "")
    yield "PB", item.get("publisher", "")
    yield "CY", item.get("publisher-place", "")
    yield "M3", item.get("genre", "")
    yield "SE", item.get("version", "")
    yield "C1", item.get("status", "")
    yield "DO", item.get("DOI", "")
    yield "SN", item.get("ISSN", "") or item.get("ISBN", "")
    yield "UR", item.get("URL", "").replace(";", "%3B")
    yield "Y2", _date(item.get("accessed"))
    yield "LA", item.get("language", "")
    for word in item.get("keyword", "").split(","):
        yield "KW", word
    yield "AB", item.get("abstract", "")
    yield "N1", item.get("note", "")


def _date(date: CslDate | None) -> str:
    """``2021/04/27/``: the slashes stay where a part is not known."""
    parts = date_parts(date)
    if not parts:
        return ""
    texts = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:]), "", ""]
    return "/".join(texts[:3]) + "/"


def _name(name: CslName) -> str:
    family = whole_family(name)
    given, suffix = name.get("given", ""), name.get("suffix", "")
    if "literal" in name or not (given or suffix):
        # A comma would part an institution into family and given name.
        return family
    return ", ".join(part for part in (family, given, suffix) if part)
