"""What a reference needs before the processor gets it: what the manuals ask and neither definition nor processor do."""

from __future__ import annotations

import re
from typing import Any

from citing.items import CslItem
from citing.names import CslName
from citing.styles.catalogue import STYLES
from citing.styles.headline import headline
from citing.styles.loading import KINDS
from citing.styles.page_ranges import page_range
from citing.styles.shield import Shield

_OTHER_KINDS = {"post": "post-weblog", "entry": "entry-encyclopedia", "entry-dictionary": "entry-encyclopedia",
                "collection": "book", "review": "article-journal", "standard": "report"}  # fmt: skip
_DOCTORATE = re.compile(r"ph\.?\s?d|doctor|proefschrift|dissertat", re.IGNORECASE)
_DOCTORATES = {
    ("apa", "en"): "Doctoral dissertation",
    ("chicago", "en"): "PhD diss.",
    ("mla", "en"): "PhD dissertation",
    ("vancouver", "en"): "dissertation",
    ("apa", "nl"): "Proefschrift",
    ("chicago", "nl"): "Proefschrift",
    ("harvard", "nl"): "Proefschrift",
}
_ORDINAL = re.compile(r"(\d{1,3})\s*(?:st|nd|rd|th|e|de|ste)?\.?\s*(?:ed(?:ition|itie|\.)?|druk|dr\.?)?", re.IGNORECASE)
#: Shown as they are; the rest is small enough to leave to the processor.
_SHIELDED = ("title", "container-title", "collection-title", "publisher", "publisher-place", "genre", "medium",
             "event-title", "event-place", "archive", "version", "DOI", "URL")  # fmt: skip
_TITLES = ("title", "container-title", "collection-title")
_LEFT_OUT = ("abstract", "keyword", "note", "title-short", "ISBN", "ISSN", "number-of-pages", "archive")
#: Stands for the dash of a range of pages.
DASH = "\ue010"


def prepared(item: CslItem, style: str, language: str, shield: Shield) -> dict[str, Any]:
    """``item`` for the processor; ``shield`` has its values."""
    made: dict[str, Any] = {name: value for name, value in item.items() if value and name not in _LEFT_OUT}
    made["id"] = "cited"
    kind = _OTHER_KINDS.get(item["type"], item["type"])
    made["type"] = kind = kind if kind in KINDS else "document"
    made.setdefault("title", "…")
    short = str(made.pop("container-title-short", ""))
    if short and style == "vancouver" and kind == "article-journal":
        # The list of journals of the NLM has no full stops in its abbreviations.
        made["container-title"] = short.replace(".", "")
    if STYLES[style].headline and item.get("language", "").startswith("en"):
        made |= {name: headline(made[name], style == "chicago") for name in _TITLES if name in made}
    # Anything but English: the processor leaves capitals alone.
    made["language"] = "nl"
    if kind != "webpage" or (style == "apa" and "issued" in made):
        # A page that has a date is cited as it was then; APA asks when it was read only of one without.
        made.pop("accessed", None)
    _say_names_once(made, style)
    _put_genre(made, kind, style, language)
    _put_pages(made, kind, style)
    if style == "vancouver" and kind == "dataset":
        version = f". {'Versie' if language == 'nl' else 'Version'} {made['version']}" if "version" in made else ""
        made["title"] = f"{made['title']} [dataset]{version}"
    if made.get("status") == "in press" and language == "nl":
        made["status"] = "in druk"
    if "edition" in made and (ordinal := _ORDINAL.fullmatch(str(made["edition"]).strip())):
        made["edition"] = ordinal.group(1)
    for name in ("author", "editor"):
        if name in made:
            made[name] = [_name(entry, shield) for entry in made[name]]
    for name in _SHIELDED:
        if name in made:
            made[name] = shield.hide(_typographic(made[name]))
    return made


def _say_names_once(made: dict[str, Any], style: str) -> None:
    """An institution that brings out its own work: APA leaves the publisher out, MLA the author."""
    author = made["author"][0].get("literal", "") if len(made.get("author", [])) == 1 else ""
    if not author:
        return
    same = [name for name in ("publisher", "container-title") if made.get(name) == author]
    if same and style == "mla":
        made.pop("author")
    elif style == "apa":
        for name in same:
            made.pop(name)
    elif style in ("chicago", "harvard") and "container-title" in same:
        made.pop("container-title")


def _put_genre(made: dict[str, Any], kind: str, style: str, language: str) -> None:
    genre = made.get("genre", "")
    if kind != "thesis":
        return
    if not genre or _DOCTORATE.search(genre):
        made["genre"] = _DOCTORATES.get((style, language), "PhD thesis" if language == "en" else "proefschrift")


def _put_pages(made: dict[str, Any], kind: str, style: str) -> None:
    if "page" not in made:
        return
    first, last = page_range(made["page"], STYLES[style].page_range)
    made["page"] = f"{first}{DASH}{last}" if last else first
    if is_article_number(first, last, kind) and style == "apa":
        made["number"] = made.pop("page")


def is_article_number(first: str, last: str, kind: str) -> bool:
    """Whether what stands for the pages is the number of an article in a journal without pages: e2022376118."""
    return kind == "article-journal" and not last and (first[:1].isalpha() or len(first) > 5)


def _name(name: CslName, shield: Shield) -> dict[str, str]:
    if "literal" in name:
        return {"literal": shield.hide(_typographic(name["literal"]))}
    made = {part: _safe(_typographic(str(text))) for part, text in name.items() if text}
    if "given" in made:
        # "M.D." of a person is "M. D.": what a style does with initials, it does from there.
        made["given"] = re.sub(r"(?<=\b\w)\.(?=\w)", ". ", made["given"])
    return made if "family" in made else {"literal": made.get("given", "…")}


def _safe(text: str) -> str:
    """Names go through the processor's hands, for their initials: the characters of markup cannot."""
    return re.sub(r"[<>&\ue000-\uf8ff]", "", text)


def _typographic(text: str) -> str:
    return re.sub(r"(?<=\w)'|'(?=\w)", "’", text)
