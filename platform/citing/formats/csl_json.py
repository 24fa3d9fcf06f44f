"""References as CSL-JSON, which citeproc programs, Zotero and the registries of DOIs speak."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn, cast

from django.utils.translation import gettext as _

from citing.formats.cleaning import doi_of, pages_of, plain
from citing.formats.dates import put_date, read_date
from citing.formats.unreadable import (
    MAX_ITEMS,
    MAX_NAMES,
    MAX_NESTING,
    UnreadableFile,
    too_many,
    too_many_names,
    too_nested,
)
from citing.items import CslDate, CslItem
from citing.names import CslName, person_name

_TEXTS = [name for name, kind in CslItem.__annotations__.items() if name not in ("id", "type", "title")]
_NAMES = ("author", "editor")
_DATES = ("issued", "accessed")
KINDS = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
}  # fmt: skip
#: What registries of DOIs say instead of CSL's own words.
_OTHER_KINDS = {"journal-article": "article-journal", "book-chapter": "chapter", "dissertation": "thesis",
                "monograph": "book", "posted-content": "article", "proceedings-article": "paper-conference",
                "edited-book": "book", "report-component": "report"}  # fmt: skip
#: How Crossref and older CSL name the abbreviation of a journal's title.
_OTHER_SHORT_TITLES = ("short-container-title", "journalAbbreviation")
#: A text, or a bracket outside of one. A text without an end takes all the rest, so that one pass is enough.
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z|\\\Z)|[\[\]{}]', re.DOTALL)
#: Texts and brackets of one file; a reference has some hundred.
_MAX_PIECES = 600_000


def csl_json(items: Iterable[CslItem]) -> str:
    """``items`` as one JSON array."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def read_csl_json(text: str) -> list[CslItem]:
    """The references of a CSL-JSON file: an array, or one by itself. Raises UnreadableFile for anything else."""
    _refuse_deep_nesting(text)
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        line = getattr(problem, "lineno", 1)
        raise UnreadableFile(
            _("Dit JSON-bestand is niet te lezen: op regel %(line)d klopt iets niet.") % {"line": line}
        ) from None
    if isinstance(data, dict):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    if len(data) > MAX_ITEMS:
        raise too_many()
    return [item_from(entry, number) for number, entry in enumerate(data, start=1)]


def item_from(entry: Any, number: int = 1) -> CslItem:
    """One reference out of data of unknown origin: only known fields, each of its own shape. Raises UnreadableFile."""
    if not isinstance(entry, dict) or not isinstance(entry.get("type"), str):
        raise UnreadableFile(
            _("Verwijzing %(number)d in dit JSON-bestand is geen CSL-JSON: het soort publicatie (type) ontbreekt.")
            % {"number": number}
        )
    kind = _OTHER_KINDS.get(entry["type"], entry["type"])
    item: dict[str, Any] = {
        "id": plain(entry.get("id") or f"csl-{number}", "id"),
        "type": kind if kind in KINDS else "document",
        "title": _text(entry.get("title"), "title"),
    }
    for name in _TEXTS:
        if name not in (*_NAMES, *_DATES) and (value := _text(entry.get(name), name)):
            item[name] = value
    for name in _OTHER_SHORT_TITLES:
        if "container-title-short" not in item and (value := _text(entry.get(name), "container-title-short")):
            item["container-title-short"] = value
    if item.get("container-title-short") == item.get("container-title"):
        item.pop("container-title-short", None)
    for role in _NAMES:
        if names := _names(entry.get(role)):
            item[role] = names
    reference = cast(CslItem, item)
    _put_dates(reference, entry)
    if "DOI" in reference:
        reference["DOI"] = doi_of(reference["DOI"])
    if "page" in reference:
        reference["page"] = pages_of(reference["page"])
    return reference


def _text(value: Any, field: str) -> str:
    """Registries write lists of titles: the first counts."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return plain(value, field)


def _names(value: Any) -> list[CslName]:
    if not isinstance(value, list):
        return []
    if len(value) > MAX_NAMES:
        raise too_many_names()
    return [name for name in map(_name, value) if name]


def _name(value: Any) -> CslName | None:
    if not isinstance(value, dict):
        return None
    texts = {part: _text(value.get(part), "author") for part in CslName.__annotations__}
    literal = texts["literal"] or _text(value.get("name"), "author")
    if not texts["family"]:
        literal = literal or texts["given"]
        return {"literal": literal} if literal else None
    if texts["non-dropping-particle"] or texts["dropping-particle"]:
        return cast(CslName, {part: text for part, text in texts.items() if text and part != "literal"})
    return person_name(texts["family"], texts["given"], texts["suffix"])


def _put_dates(item: CslItem, entry: dict[str, Any]) -> None:
    issued = _date(entry.get("issued"))
    if issued and "literal" in issued:
        put_date(item, issued["literal"])
    elif issued:
        item["issued"] = issued
    if accessed := _date(entry.get("accessed")):
        item["accessed"] = accessed


def _date(value: Any) -> CslDate | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        text = "-".join(str(part).zfill(2) for part in parts[0][:3] if str(part or "").isdigit())
        return read_date(text.zfill(4)) if text else None
    text = _text(value.get("raw") or value.get("literal"), "issued")
    return {"literal": text} if text else None


def _refuse_deep_nesting(text: str) -> None:
    depth = 0
    for number, found in enumerate(_BRACKET.finditer(text)):
        if number > _MAX_PIECES:
            raise too_many()
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        if depth > MAX_NESTING:
            raise too_nested()


def _refuse_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")
