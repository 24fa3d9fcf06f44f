"""The tags in the head of a page: Highwire's ``citation_*`` and Dublin Core.

Reference managers and Google Scholar read the former; of an insight they tell of the publication, because that is
what one cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from django.conf import settings

from citing.items import CslItem
from citing.names import CslName, whole_family
from harvesting.formats.schema_org import date_text
from harvesting.metadata import CONTENT_LANGUAGE, Metadata

#: Name and content of one tag.
Tag: TypeAlias = tuple[str, str]

_CONTAINER_TAGS = {
    "article-journal": "citation_journal_title",
    "chapter": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}
_PUBLISHER_TAGS = {"thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution"}
_PLAIN_TAGS = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "number": "citation_technical_report_number",
    "DOI": "citation_doi",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "language": "citation_language",
}


def highwire(metadata: Metadata) -> list[Tag]:
    """The ``citation_*`` tags, in the order that readers of them expect: an author's affiliation after the author."""
    tags = [*_of_publication(metadata, metadata.publication)] if metadata.publication else [*_of_page(metadata)]
    about = (*metadata.terms.themes, *metadata.terms.subjects)
    tags += [("citation_keywords", word) for word in dict.fromkeys(term.label for term in about)]
    tags += [("citation_pdf_url", file.url) for file in metadata.files if file.media_type == "application/pdf"]
    tags.append(("citation_public_url", metadata.url))
    return [(name, content) for name, content in tags if content]


def _of_page(metadata: Metadata) -> Iterator[Tag]:
    yield "citation_title", metadata.title
    yield from _authors(metadata)
    yield "citation_publication_date", metadata.issued.strftime("%Y/%m/%d") if metadata.issued else ""
    yield "citation_publisher", settings.WAGTAIL_SITE_NAME
    yield "citation_language", CONTENT_LANGUAGE


def _of_publication(metadata: Metadata, item: CslItem) -> Iterator[Tag]:
    yield "citation_title", item["title"]
    names = item.get("author", [])
    if len(names) == len(metadata.authors):
        yield from _authors(metadata)
    else:
        for name in names:
            yield "citation_author", _turned(name)
    yield "citation_publication_date", date_text(item).replace("-", "/")
    yield _CONTAINER_TAGS.get(item["type"], "citation_inbook_title"), item.get("container-title", "")
    yield _PUBLISHER_TAGS.get(item["type"], "citation_publisher"), item.get("publisher", "")
    for field, tag in _PLAIN_TAGS.items():
        yield tag, str(item.get(field, ""))
    first, _dash, last = item.get("page", "").partition("-")
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_abstract_html_url", metadata.url


def _authors(metadata: Metadata) -> Iterator[Tag]:
    for author in metadata.authors:
        person = author.person
        family = " ".join(part for part in (person.particle, person.family_name) if part)
        yield "citation_author", f"{family}, {person.given_name}" if person.given_name else family
        yield "citation_author_institution", author.affiliation
        yield "citation_author_orcid", f"https://orcid.org/{person.orcid}" if person.orcid else ""


def _turned(name: CslName) -> str:
    family, given = whole_family(name), name.get("given", "")
    return f"{family}, {given}" if given else family


def dublin_core(metadata: Metadata) -> list[Tag]:
    """The page itself in Dublin Core, with its refinements where those say more."""
    tags = [
        ("DC.title", metadata.title),
        *(("DC.creator", author.person.name) for author in metadata.authors),
        ("DC.publisher", settings.WAGTAIL_SITE_NAME),
        ("DC.description", metadata.description),
        *(("DC.subject", word) for word in metadata.keywords),
        ("DC.date", metadata.issued.isoformat() if metadata.issued else ""),
        ("DCTERMS.modified", metadata.modified_at.date().isoformat() if metadata.modified_at else ""),
        ("DC.type", metadata.additions.dc_type),
        ("DC.language", CONTENT_LANGUAGE),
        ("DC.identifier", metadata.url),
        ("DC.source", f"https://doi.org/{metadata.doi}" if metadata.doi else ""),
        *(("DCTERMS.hasPart", part.url) for part in metadata.parts),
        *(("DCTERMS.references", source.url or source.text) for source in metadata.additions.sources),
        ("DC.rights", metadata.licence.url if metadata.licence else ""),
    ]
    return [(name, content) for name, content in tags if content]
