"""A collection as a file: references for a reference manager, a PDF with the notes, a plain list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from citing import formats, styles
from citing.formats import File
from citing.items import CslItem, address_of, item_for
from design.kinds import kind_of
from editorial.plain_text import from_html
from keeping.contents import Row, rows_of
from keeping.models import Collection
from printing import pdf

PDF, LIST = "pdf", "lijst"
TEMPLATE = "keeping/collection.typ"
#: In which style sources stand in the PDF and in the list.
DEFAULT_STYLE = "apa"


@dataclass(frozen=True, slots=True)
class Export:
    """One way to take a collection along."""

    code: str
    label: str


def exports_of(collection: Collection) -> list[Export]:
    """All ways, those for people first."""
    known = [Export(code, one.label) for code, one in formats.FORMATS.items()]
    return [Export(PDF, _("PDF met aantekeningen")), Export(LIST, _("Lijst als tekst")), *known]


def export(collection: Collection, code: str, *, style: str = DEFAULT_STYLE, language: str = "nl") -> File:
    """The file. Raises KeyError for a way or style that is not there, ``PrintingFailed`` when there is no PDF."""
    rows = [row for row in rows_of(collection) if row.page is not None]
    references = _references(row.page for row in rows if row.page is not None)
    if code in formats.FORMATS:
        return formats.write(references, code)
    sources = [from_html(entry) for entry in bibliography(references, style, language)]
    if code == LIST:
        return File(_as_text(collection, rows, sources).encode(), "text/plain; charset=utf-8", "txt")
    if code == PDF:
        made = pdf.make(TEMPLATE, _as_data(collection, rows, sources), language=language, title=collection.title)
        return File(made, "application/pdf", "pdf")
    raise KeyError(code)


def bibliography(references: Sequence[CslItem], style: str, language: str) -> list[SafeString]:
    """The references in a style, in their order. Raises KeyError for one that is not there."""
    if style not in styles.STYLES:
        raise KeyError(style)
    return styles.bibliography(references, style, language) if references else []


def references_of(collection: Collection) -> list[CslItem]:
    """What the public pages of a collection are cited as, in its order."""
    return _references(row.page for row in rows_of(collection) if row.page is not None)


def file_name(collection: Collection, file: File) -> str:
    """What the file is called on somebody's disk."""
    return f"{slugify(collection.title)[:60] or 'verzameling'}.{file.extension}"


def _references(pages: Iterable[Page]) -> list[CslItem]:
    """A few queries for each kind of page, however many pages there are."""
    order = [page.pk for page in pages]
    specific = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    by_class: dict[type[Page], list[Page]] = {}
    for page in specific.values():
        by_class.setdefault(type(page), []).append(page)
    for alike in by_class.values():
        prefetch_related_objects(alike, "page_authors__person")
    return [item_for(specific[pk]) for pk in order if pk in specific]


def _as_text(collection: Collection, rows: Sequence[Row], sources: Sequence[str]) -> str:
    parts = [collection.title, collection.description, ""]
    for number, row in enumerate(rows, start=1):
        parts += [f"{number}. {row.title}", f"   {_address(row)}"]
        parts += [f"   {line}" for line in row.item.note.splitlines() if line.strip()]
        parts.append("")
    if sources:
        parts += [_("Bronnen"), "", *sources]
    return "\n".join(parts).strip() + "\n"


def _as_data(collection: Collection, rows: Sequence[Row], sources: Sequence[str]) -> dict[str, object]:
    return {
        "description": collection.description,
        "pages": [
            {
                "title": row.title,
                "kind": str(kind_of(row.kind).label),
                "address": _address(row),
                "summary": row.summary,
                "note": row.item.note,
            }
            for row in rows
        ],
        "sources": [{"text": source, "url": ""} for source in sources],
        "note_heading": _("Aantekening"),
        "site": settings.WAGTAIL_SITE_NAME,
    }


def _address(row: Row) -> str:
    return address_of(row.page) if row.page is not None else ""
