"""What is said of a page to machines, once for all forms in which it is said.

A room registers, per kind of content, what its pages add to what all content pages have; every format (schema.org,
Dublin Core, DataCite, Highwire, Edurep, the JSON API) is written from the same :class:`Metadata`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from citing import items
from citing.items import CslItem
from editorial.addresses import localised, site_path
from editorial.licences import Licence
from editorial.models import ContentPage
from editorial.reading import Author
from harvesting.files import AttachedFile, files_of
from harvesting.parts import Part, Source, public_parts
from vocabulary.page_terms import PageTerms

#: The language of the content, whatever the language of the interface.
CONTENT_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Additions:
    """What one kind says besides what all kinds say."""

    #: Types of schema.org, the most telling one first.
    schema_types: tuple[str, ...] = ("Article",)
    #: Further properties of the schema.org node; they go before those that all kinds have.
    schema: Mapping[str, Any] = field(default_factory=dict)
    #: The same, where it takes what is said of the page, such as its authors.
    schema_from: Callable[[Metadata], Mapping[str, Any]] | None = None
    #: False for what is no CreativeWork, such as an Event: then author, licence and dates are left out.
    is_creative_work: bool = True
    #: A term of the DCMI Type Vocabulary.
    dc_type: str = "Text"
    #: A ``resourceTypeGeneral`` of DataCite.
    datacite_type: str = "Text"
    #: The date that readers see, when it is not that of the first publication here.
    issued: date | None = None
    version: str = ""
    #: What the page stands on, in its own words.
    sources: tuple[Source, ...] = ()


Maker = Callable[[Any], Additions]
PartIds = Callable[[Any], Iterable[int]]


@dataclass(frozen=True, slots=True)
class _Registration:
    make: Maker = lambda page: Additions()
    text_fields: tuple[str, ...] = ()
    file_fields: tuple[str, ...] = ()
    part_ids: PartIds | None = None


_registered: dict[str, _Registration] = {}
_NOTHING = _Registration()


def register(
    content_kind: str,
    make: Maker,
    *,
    text_fields: Sequence[str] = (),
    file_fields: Sequence[str] = (),
    part_ids: PartIds | None = None,
) -> None:
    """Have ``make`` say what pages of this kind add; it gets the page as its own class and asks no queries.

    ``text_fields`` name the fields that together are the page's full text, in the order of reading (rich text,
    StreamField, plain text); ``file_fields`` those that hold files: StreamFields of download blocks, or keys to a
    document. Only what is named is handed out. ``part_ids`` gives the keys of the pages that a page is made of, in
    order and without a query; those that are not public are left out. Raises ValueError for a kind that is registered.
    """
    if content_kind in _registered:
        raise ValueError(f"Pages of the kind {content_kind} have their metadata already")
    _registered[content_kind] = _Registration(make, tuple(text_fields), tuple(file_fields), part_ids)


def text_fields_of(content_kind: str) -> tuple[str, ...]:
    """The fields that hold the full text of pages of this kind."""
    return _registered.get(content_kind, _NOTHING).text_fields


def file_fields_of(content_kind: str) -> tuple[str, ...]:
    """The fields that hold the files of pages of this kind."""
    return _registered.get(content_kind, _NOTHING).file_fields


def part_ids_of(page: ContentPage) -> tuple[int, ...]:
    """The keys of the pages that ``page`` is made of, in its order."""
    part_ids = _registered.get(page.content_kind, _NOTHING).part_ids
    return tuple(part_ids(page)) if part_ids else ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """One public page, as every format tells of it."""

    page_id: int
    kind: str
    title: str
    description: str
    #: Below the site's root, without language prefix.
    path: str
    authors: tuple[Author, ...]
    terms: PageTerms
    licence: Licence | None
    published_at: datetime | None
    modified_at: datetime | None
    files: tuple[AttachedFile, ...]
    additions: Additions
    #: The publication that the page tells of; None when the page is cited as itself.
    publication: CslItem | None = None
    #: The public pages that it is made of, such as those of a dossier.
    parts: tuple[Part, ...] = ()

    @property
    def url(self) -> str:
        """The whole address, in Dutch: the one that stays the same for all readers."""
        return settings.SITE_URL + self.path

    @property
    def url_in_english(self) -> str:
        """The same page with the interface in English."""
        return settings.SITE_URL + localised(self.path, "en")

    @property
    def issued(self) -> date | None:
        """The date that counts for readers."""
        if self.additions.issued:
            return self.additions.issued
        return timezone.localdate(self.published_at) if self.published_at else None

    @property
    def doi(self) -> str:
        """The DOI of the publication that the page tells of."""
        return self.publication.get("DOI", "") if self.publication else ""

    @property
    def keywords(self) -> tuple[str, ...]:
        """The names of all terms of the page, each once."""
        terms = self.terms
        found = (*terms.themes, *terms.subjects, *terms.levels, *terms.audiences, *terms.regions)
        return tuple(dict.fromkeys(term.label for term in found))


def describe(
    page: ContentPage,
    authors: Sequence[Author],
    terms: PageTerms,
    documents: Mapping[int, Any] | None = None,
    parts: Mapping[int, Part] | None = None,
) -> Metadata:
    """What is said of ``page``, from what was read with it.

    ``documents`` and ``parts`` hold the files and parts of many pages that are described together; without them
    those of this page are read, the files the way its template reads them.
    """
    part_ids = part_ids_of(page)
    known = public_parts(part_ids) if parts is None else parts
    registration = _registered.get(page.content_kind, _NOTHING)
    return Metadata(
        page_id=page.pk,
        kind=page.content_kind,
        title=page.title,
        description=page.search_description or page.summary,
        path=site_path(page.url_path),
        authors=tuple(authors),
        terms=terms,
        licence=Licence(page.licence) if page.licence in Licence.values else None,
        published_at=page.first_published_at,
        modified_at=page.last_published_at,
        files=files_of(page, registration.file_fields, documents),
        additions=registration.make(page),
        publication=_publication_of(page),
        parts=tuple(known[part_id] for part_id in part_ids if part_id in known),
    )


def _publication_of(page: Page) -> CslItem | None:
    return items.item_for(page) if items.stands_for_a_publication(page) else None
