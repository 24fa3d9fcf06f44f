"""The answers of OAI-PMH, as elements."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from lxml import etree

from harvesting.addresses import absolute
from harvesting.formats import datacite, oai_dc
from harvesting.formats.legal_xml import add
from harvesting.metadata import Metadata
from harvesting.oai import sets, tokens
from harvesting.oai.arguments import OaiRequest
from harvesting.oai.errors import OaiError
from harvesting.oai.listing import Entry, Part

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
_SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
#: Prefix → schema, namespace, and what writes it.
FORMATS = {
    "oai_dc": (oai_dc.SCHEMA, oai_dc.NAMESPACE, oai_dc.element_of),
    "oai_datacite": (datacite.OAI_SCHEMA, datacite.OAI_NAMESPACE, datacite.oai_element_of),
}


def moment(when: datetime) -> str:
    """A moment as the protocol writes it, in UTC to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def envelope(asked_at: datetime, request: OaiRequest | None) -> etree._Element:
    """The root of every answer. Without a request the arguments are left out, as the protocol wants of a bad one."""
    root = etree.Element(f"{{{NAMESPACE}}}OAI-PMH", nsmap={None: NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {_SCHEMA}")
    add(root, "responseDate", moment(asked_at))
    attributes = {"verb": request.verb, **request.arguments} if request else {}
    add(root, "request", absolute("oai"), **attributes)
    return root


def add_error(root: etree._Element, error: OaiError) -> None:
    """An error of the protocol."""
    add(root, "error", error.message, code=error.code)


def add_identify(root: etree._Element, earliest: datetime) -> None:
    """Who we are, and what harvesters can count on."""
    identify = add(root, "Identify")
    add(identify, "repositoryName", settings.WAGTAIL_SITE_NAME)
    add(identify, "baseURL", absolute("oai"))
    add(identify, "protocolVersion", "2.0")
    add(identify, "adminEmail", settings.OAI_ADMIN_EMAIL)
    add(identify, "earliestDatestamp", moment(earliest))
    add(identify, "deletedRecord", "persistent")
    add(identify, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def add_formats(root: etree._Element) -> None:
    """The formats, which every record has."""
    formats = add(root, "ListMetadataFormats")
    for prefix, (schema, namespace, _write) in FORMATS.items():
        one = add(formats, "metadataFormat")
        add(one, "metadataPrefix", prefix)
        add(one, "schema", schema)
        add(one, "metadataNamespace", namespace)


def add_sets(root: etree._Element) -> None:
    """Every set."""
    listed = add(root, "ListSets")
    for spec, name in sets.sets():
        one = add(listed, "set")
        add(one, "setSpec", spec)
        add(one, "setName", name)


def add_record(parent: etree._Element, entry: Entry, prefix: str) -> None:
    """A record: its header and, unless it is deleted, its metadata."""
    record = add(parent, "record")
    add_header(record, entry)
    if entry.metadata is not None:
        add(record, "metadata").append(written(entry.metadata, prefix))


def add_header(parent: etree._Element, entry: Entry) -> None:
    """What stands above every record."""
    header = add(parent, "header", status="deleted" if entry.is_deleted else "")
    add(header, "identifier", entry.record.identifier)
    add(header, "datestamp", moment(entry.record.datestamp))
    for spec in sets.specs_of(entry.record, entry.themes):
        add(header, "setSpec", spec)


def add_token(parent: etree._Element, part: Part) -> None:
    """Where the list goes on; an empty token ends a list that came in parts."""
    if part.rest is None and part.place.cursor == 0:
        return
    # Records that changed meanwhile come again at the end, so that more can be given than there were at first.
    size = max(part.place.size, part.place.cursor + len(part.entries))
    token = add(parent, "resumptionToken", tokens.write(part.rest) if part.rest else "")
    token.set("completeListSize", str(size))
    token.set("cursor", str(part.place.cursor))
    if part.rest:
        token.set("expirationDate", moment(tokens.expires_at()))


def written(metadata: Metadata, prefix: str) -> etree._Element:
    """A page in one of the formats. Raises KeyError for another prefix."""
    return FORMATS[prefix][2](metadata)


def as_bytes(root: etree._Element) -> bytes:
    """The document as it is sent."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
