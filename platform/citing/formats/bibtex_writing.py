"""References as BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from citing.formats.bibtex_kinds import IN_BOOK, WRITTEN_KINDS
from citing.formats.dates import MONTHS, date_parts, iso
from citing.formats.tex import escaped
from citing.items import CslItem
from citing.names import CslName, whole_family

_SMALL_WORDS = {"de", "het", "een", "the", "a", "an", "on", "of", "over", "in", "van", "op", "to"}
_MASTERS = ("master", "scriptie", "afstudeer")
_AMBIGUOUS = re.compile(r",|\band\b", re.IGNORECASE)


def bibtex(items: Iterable[CslItem]) -> str:
    """``items`` as a BibTeX file in UTF-8: text of its own characters, only what TeX would misread is escaped."""
    taken: dict[str, int] = {}
    return "\n".join(_entry(item, _unique(citation_key(item), taken)) for item in items)


def citation_key(item: CslItem) -> str:
    """``engzell2021learning``: the same for the same publication, in letters that every TeX takes."""
    names = item.get("author") or item.get("editor") or []
    who = names[0].get("family") or names[0].get("literal", "") if names else ""
    words = [_ascii(word) for word in item["title"].split()]
    first = next((word for word in words if word and word not in _SMALL_WORDS), "")
    year = str(next(iter(date_parts(item.get("issued"))), "zd"))
    return f"{_ascii(who.split()[0] if who.split() else '')[:20]}{year}{first[:20]}" or "zonder"


def _unique(key: str, taken: dict[str, int]) -> str:
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("Ø", "O").replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]", "", folded.lower())


def _entry(item: CslItem, key: str) -> str:
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(item))
    return f"@{_kind(item)}{{{key}{fields}\n}}\n"


def _kind(item: CslItem) -> str:
    if item["type"] == "thesis":
        return "mastersthesis" if any(word in item.get("genre", "").lower() for word in _MASTERS) else "phdthesis"
    return WRITTEN_KINDS.get(item["type"], "misc")


def _fields(item: CslItem) -> Iterator[tuple[str, str]]:
    kind = item["type"]
    yield "title", f"{{{_title(item)}}}"
    for role, names in (("author", item.get("author")), ("editor", item.get("editor"))):
        if names:
            yield role, f"{{{' and '.join(_name(name) for name in names)}}}"
    yield from _dates(item)
    for name, value in (
        ("shorttitle", item.get("title-short")),
        (_container_field(kind), item.get("container-title")),
        ("shortjournal", item.get("container-title-short")),
        ("series", item.get("collection-title")),
        ("volume", item.get("volume")),
        ("number", _number(item)),
        ("pages", item.get("page", "").replace("-", "--").replace("–", "--")),
        ("edition", item.get("edition")),
        (_publisher_field(kind), item.get("publisher")),
        ("address", item.get("publisher-place")),
        ("type", item.get("genre")),
        ("version", item.get("version")),
        ("eventtitle", item.get("event-title")),
        ("venue", item.get("event-place")),
        ("pubstate", item.get("status")),
        ("pagetotal", item.get("number-of-pages")),
        ("isbn", item.get("ISBN")),
        ("issn", item.get("ISSN")),
        ("language", item.get("language")),
        ("keywords", item.get("keyword")),
        ("note", item.get("note")),
        ("abstract", item.get("abstract")),
    ):
        if value:
            yield name, f"{{{escaped(value)}}}"
    # Addresses stand as they are: \url and reference managers take them literally.
    if doi := item.get("DOI"):
        yield "doi", f"{{{_address(doi)}}}"
    if url := item.get("URL"):
        yield "url", f"{{{_address(url)}}}"


def _dates(item: CslItem) -> Iterator[tuple[str, str]]:
    issued = item.get("issued")
    parts = date_parts(issued)
    if parts:
        yield "year", f"{{{parts[0]}}}"
    elif literal := (issued or {}).get("literal"):
        yield "year", f"{{{escaped(literal)}}}"
    if len(parts) > 1:
        yield "month", MONTHS[parts[1] - 1]
        yield "date", f"{{{iso(issued)}}}"
    if accessed := iso(item.get("accessed")):
        yield "urldate", f"{{{accessed}}}"


def _title(item: CslItem) -> str:
    """Words whose capitals a style must not take away in braces: COVID-19, and all names in other languages."""
    words = escaped(item["title"]).split()
    english = item.get("language", "").startswith("en")
    return " ".join(
        f"{{{word}}}" if _has_own_capital(word, first=index == 0 or english) else word
        for index, word in enumerate(words)
    )


def _has_own_capital(word: str, first: bool) -> bool:
    letters = word.lstrip("“‘'\"([¿¡")
    return letters[1:] != letters[1:].lower() or (not first and letters[:1].isupper())


def _name(name: CslName) -> str:
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    particle, family = escaped(name.get("non-dropping-particle", "")), escaped(name.get("family", ""))
    if _AMBIGUOUS.search(family) or (family[:1] and not family[0].isupper()) or _has_small_word(family):
        family = f"{{{family}}}"
    parts = [f"{particle} {family}".strip() if particle else family]
    parts += [_guarded(escaped(name[part])) for part in ("suffix", "given") if name.get(part)]
    return ", ".join(parts) if len(parts) > 1 else f"{{{whole_family(name)}}}"


def _has_small_word(family: str) -> bool:
    return any(word[:1].islower() for word in family.split())


def _guarded(text: str) -> str:
    return f"{{{text}}}" if _AMBIGUOUS.search(text) else text


def _container_field(kind: str) -> str:
    if kind in IN_BOOK:
        return "booktitle"
    return "organization" if kind in ("webpage", "post-weblog") else "journal"


def _publisher_field(kind: str) -> str:
    return {"thesis": "school", "report": "institution"}.get(kind, "publisher")


def _number(item: CslItem) -> str:
    if item["type"].startswith("article"):
        return item.get("issue", "") or item.get("number", "")
    return item.get("number", "") or item.get("collection-number", "") or item.get("issue", "")


def _address(text: str) -> str:
    """Braces and backslashes cannot stand in an address: they are written as the web writes them."""
    return "".join(f"%{ord(character):02X}" if character in "{}\\ \n" else character for character in text)
