"""Unqualified Dublin Core, which every OAI-PMH harvester understands."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from lxml import etree

from harvesting.formats.legal_xml import add
from harvesting.metadata import CONTENT_LANGUAGE, Metadata

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def element_of(metadata: Metadata) -> etree._Element:
    """The ``oai_dc:dc`` element of a page."""
    root = etree.Element(f"{{{NAMESPACE}}}dc", nsmap={"oai_dc": NAMESPACE, "dc": _DC, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    for name, text in _statements(metadata):
        if text:
            add(root, f"{{{_DC}}}{name}", text)
    return root


def _statements(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "title", metadata.title
    for author in metadata.authors:
        person = author.person
        family = " ".join(part for part in (person.particle, person.family_name) if part)
        yield "creator", f"{family}, {person.given_name}" if person.given_name else family
    for word in metadata.keywords:
        yield "subject", word
    yield "description", metadata.description
    yield "publisher", settings.WAGTAIL_SITE_NAME
    yield "date", metadata.issued.isoformat() if metadata.issued else ""
    yield "type", metadata.additions.dc_type
    for file in metadata.files:
        yield "format", file.media_type
    yield "identifier", metadata.url
    if metadata.doi:
        yield "source", f"https://doi.org/{metadata.doi}"
    yield "language", CONTENT_LANGUAGE
    for file in metadata.files:
        yield "relation", file.url
    for part in metadata.parts:
        yield "relation", part.url
    for source in metadata.additions.sources:
        yield "relation", source.url or source.text
    if metadata.licence:
        yield "rights", metadata.licence.url
