"""A collection or a dossier as a file: references for a reference manager, a PDF with the notes, a plain list."""

from __future__ import annotations

import re
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
from editorial.publicity import is_public
from keeping.contents import rows_of
from keeping.dossiers import chosen_parts
from keeping.models import Collection, DossierPage
from printing import pdf

PDF, LIST = "pdf", "lijst"
TEMPLATE = "keeping/collection.typ"
_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;)]")
#: In which style sources stand in the PDF and in the list.
DEFAULT_STYLE = "apa"


@dataclass(frozen=True, slots=True)
class Export:
    """One way to take a collection along."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """A page that everyone may read, and what is said of it."""

    page: Page
    title: str
    kind: str
    summary: str
    note: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into the file; nothing in it tells of pages that are not public."""

    title: str
    description: str
    parts: Sequence[Part]


def selection_of(collection: Collection) -> Selection:
    """What a collection shows of its pages, in its order."""
    parts = [Part(row.page, row.title, row.kind, row.summary, row.item.note) for row in rows_of(collection) if row.page]
    return Selection(collection.title, collection.description, parts)


def selection_of_dossier(dossier: DossierPage) -> Selection:
    """What readers see of a dossier, in its order."""
    chosen = chosen_parts(dossier)
    pages = {page.pk: page for page in Page.objects.filter(pk__in=[part.hit.page_id for part in chosen])}
    parts = [
        Part(page, page.title, part.hit.type, str(part.hit.card.get("summary", "")), part.note)
        for part in chosen
        if (page := pages.get(part.hit.page_id)) is not None and is_public(page)
    ]
    description = "\n\n".join(filter(None, [dossier.summary, from_html(dossier.intro)]))
    return Selection(dossier.title, description, parts)


def all_exports() -> list[Export]:
    """All ways, those for people first."""
    known = [Export(code, one.label) for code, one in formats.FORMATS.items()]
    return [Export(PDF, _("PDF met aantekeningen")), Export(LIST, _("Lijst als tekst")), *known]


def export(selection: Selection, code: str, *, style: str = DEFAULT_STYLE, language: str = "nl") -> File:
    """The file. Raises KeyError for a way or style that is not there, ``PrintingFailed`` when there is no PDF."""
    references = _references(part.page for part in selection.parts)
    if code in formats.FORMATS:
        return formats.write(references, code)
    sources = [from_html(entry) for entry in bibliography(references, style, language)]
    if code == LIST:
        return File(_as_text(selection, sources).encode(), "text/plain; charset=utf-8", "txt")
    if code == PDF:
        made = pdf.make(TEMPLATE, _as_data(selection, sources), language=language, title=selection.title)
        return File(made, "application/pdf", "pdf")
    raise KeyError(code)


def bibliography(references: Sequence[CslItem], style: str, language: str) -> list[SafeString]:
    """The references in a style, in their order. Raises KeyError for one that is not there."""
    if style not in styles.STYLES:
        raise KeyError(style)
    return styles.bibliography(references, style, language) if references else []


def references_of(collection: Collection) -> list[CslItem]:
    """What the public pages of a collection are cited as, in its order."""
    return _references(part.page for part in selection_of(collection).parts)


def file_name(selection: Selection, file: File) -> str:
    """What the file is called on somebody's disk."""
    return f"{slugify(selection.title)[:60] or 'verzameling'}.{file.extension}"


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


def _as_text(selection: Selection, sources: Sequence[str]) -> str:
    lines = [selection.title, selection.description, ""]
    for number, part in enumerate(selection.parts, start=1):
        lines += [f"{number}. {part.title}", f"   {address_of(part.page)}"]
        lines += [f"   {line}" for line in part.note.splitlines() if line.strip()]
        lines.append("")
    if sources:
        lines += [_("Bronnen"), "", *sources]
    return "\n".join(lines).strip() + "\n"


def _address_in(source: str) -> str:
    """The address that a reference ends with, so that it is a link in the file; empty where there is none."""
    found = _ADDRESS.search(source)
    return found[0] if found else ""


def _as_data(selection: Selection, sources: Sequence[str]) -> dict[str, object]:
    return {
        "description": selection.description,
        "pages": [
            {
                "title": part.title,
                "kind": str(kind_of(part.kind).label),
                "address": address_of(part.page),
                "summary": part.summary,
                "note": part.note,
            }
            for part in selection.parts
        ],
        "sources": [{"text": source, "url": _address_in(source)} for source in sources],
        "note_heading": _("Aantekening"),
        "site": settings.WAGTAIL_SITE_NAME,
    }
