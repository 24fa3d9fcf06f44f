"""A page as a node of schema.org, for search engines and for the other formats that are JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from citing.items import CslItem
from citing.names import CslName, whole_family
from editorial.reading import Author
from harvesting.files import AttachedFile
from harvesting.metadata import CONTENT_LANGUAGE, Metadata
from harvesting.parts import Source
from vocabulary.memory import KnownTerm

CONTEXT = "https://schema.org"
#: How a page of the Onderwijsbegrippenkader names the list that its terms are of.
_TERM_SET = "http://purl.edustandaard.nl/begrippenkader"
_LONGEST_HEADLINE = 110
_PUBLICATION_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def document_of(metadata: Metadata) -> dict[str, Any]:
    """The page as a JSON-LD document with its context."""
    return {"@context": CONTEXT, **node_of(metadata)}


def node_of(metadata: Metadata) -> dict[str, Any]:
    """The page as a node: what its kind says goes before what all kinds say. Nothing is there without a value."""
    types = metadata.additions.schema_types
    node: dict[str, Any] = {
        "@type": types[0] if len(types) == 1 else list(types),
        "@id": metadata.url,
        "name": metadata.title,
        "description": metadata.description,
        "url": metadata.url,
        "inLanguage": CONTENT_LANGUAGE,
        "keywords": list(metadata.keywords),
        "about": [term_node(term) for term in (*metadata.terms.themes, *metadata.terms.subjects)],
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": term.label} for term in metadata.terms.audiences
        ],
        "isAccessibleForFree": True,
    }
    if metadata.additions.is_creative_work:
        node |= _of_creative_work(metadata)
    node |= metadata.additions.schema
    if metadata.additions.schema_from:
        node |= metadata.additions.schema_from(metadata)
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _of_creative_work(metadata: Metadata) -> dict[str, Any]:
    return {
        "headline": metadata.title[:_LONGEST_HEADLINE],
        "author": [author_node(author) for author in metadata.authors],
        "publisher": site_node(),
        "datePublished": metadata.issued.isoformat() if metadata.issued else None,
        "dateModified": metadata.modified_at.isoformat() if metadata.modified_at else None,
        "license": metadata.licence.url if metadata.licence else None,
        "educationalLevel": [term_node(term) for term in metadata.terms.levels],
        "spatialCoverage": [{"@type": "Place", "name": term.label} for term in metadata.terms.regions],
        "version": metadata.additions.version,
        "encoding": [file_node(file) for file in metadata.files],
        "isBasedOn": publication_node(metadata.publication) if metadata.publication else None,
        "hasPart": [{"@type": "WebPage", "@id": part.url, "name": part.title} for part in metadata.parts],
        "citation": [source_node(source) for source in metadata.additions.sources],
    }


def source_node(source: Source) -> dict[str, Any]:
    """A work that a page cites: its reference as the page has it, and where it is."""
    node: dict[str, Any] = {"@type": "CreativeWork", "name": source.text}
    return node | {"@id": source.url, "url": source.url} if source.url else node


def site_node() -> dict[str, Any]:
    """Who publishes everything here."""
    return {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL}


def author_node(author: Author) -> dict[str, Any]:
    """An author with the affiliation of that time, and the ORCID as identifier."""
    person = author.person
    node: dict[str, Any] = {"@type": "Person", "name": person.name, "familyName": person.family_name}
    if person.given_name:
        node["givenName"] = person.given_name
    if person.orcid:
        node["@id"] = node["identifier"] = f"https://orcid.org/{person.orcid}"
    if author.affiliation:
        node["affiliation"] = {"@type": "Organization", "name": author.affiliation}
    return node


def term_node(term: KnownTerm) -> dict[str, Any]:
    """A controlled term; one with a public URI says of which list it is."""
    node: dict[str, Any] = {"@type": "DefinedTerm", "name": term.label, "termCode": term.code}
    if term.uri:
        node["@id"] = node["url"] = term.uri
        if term.uri.startswith(_TERM_SET):
            node["inDefinedTermSet"] = _TERM_SET
    return node


def file_node(file: AttachedFile) -> dict[str, Any]:
    """A file to download."""
    node: dict[str, Any] = {
        "@type": "MediaObject",
        "name": file.title,
        "contentUrl": file.url,
        "encodingFormat": file.media_type,
    }
    if file.size is not None:
        node["contentSize"] = f"{file.size} B"
    if file.licence:
        node["license"] = file.licence.url
    return node


def publication_node(item: CslItem) -> dict[str, Any]:
    """The publication that a page tells of."""
    node: dict[str, Any] = {
        "@type": _PUBLICATION_TYPES.get(item["type"], "CreativeWork"),
        "name": item["title"],
        "author": _names(item.get("author", ())),
        "datePublished": date_text(item),
        "inLanguage": item.get("language"),
        "url": item.get("URL"),
    }
    if doi := item.get("DOI"):
        node["@id"] = node["url"] = f"https://doi.org/{doi}"
        node["identifier"] = {"@type": "PropertyValue", "propertyID": "DOI", "value": doi}
    if container := item.get("container-title"):
        node["isPartOf"] = {"@type": "Periodical" if item["type"] == "article-journal" else "CreativeWork"} | {
            "name": container
        }
    if publisher := item.get("publisher"):
        node["publisher"] = {"@type": "Organization", "name": publisher}
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def date_text(item: CslItem) -> str:
    """The date of a publication as far as it is known: ``2021``, ``2021-03``, ``2021-03-04``."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return "-".join(f"{part:02}" for part in parts)


def _names(names: Iterable[CslName]) -> list[dict[str, Any]]:
    return [_name(name) for name in names]


def _name(name: CslName) -> dict[str, Any]:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    family = whole_family(name)
    given = name.get("given", "")
    node = {"@type": "Person", "name": f"{given} {family}".strip(), "familyName": family}
    return node | {"givenName": given} if given else node
