"""DataCite's kernel 4.5: the same record as JSON and, for OAI-PMH, as XML.

The page is named by its address; the DOI of the publication that it tells of is a related identifier, because the
page is not that publication.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from lxml import etree

from editorial.licences import Licence
from editorial.reading import Author
from harvesting.formats.legal_xml import add
from harvesting.metadata import CONTENT_LANGUAGE, Metadata

NAMESPACE = "http://datacite.org/schema/kernel-4"
VERSION = "4.5"
SCHEMA = f"http://schema.datacite.org/meta/kernel-{VERSION}/metadata.xsd"
OAI_NAMESPACE = "http://schema.datacite.org/oai/oai-1.1/"
OAI_SCHEMA = "http://schema.datacite.org/oai/oai-1.1/oai.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: SPDX writes its names of these licences without the words between.
_SPDX = {licence: f"{licence.value}-4.0".upper() for licence in Licence} | {Licence.CC0: "CC0-1.0"}


def record_of(metadata: Metadata) -> dict[str, Any]:
    """The record in DataCite's JSON; what has no value is not in it."""
    issued = metadata.issued
    record: dict[str, Any] = {
        "url": metadata.url,
        "creators": [_creator(author) for author in metadata.authors] or [_site()],
        "titles": [{"title": metadata.title, "lang": CONTENT_LANGUAGE}],
        "publisher": {"name": settings.WAGTAIL_SITE_NAME},
        "publicationYear": str(issued.year if issued else metadata.modified_at.year if metadata.modified_at else ""),
        "subjects": _subjects(metadata),
        "dates": _dates(metadata),
        "language": CONTENT_LANGUAGE,
        "types": {"resourceTypeGeneral": metadata.additions.datacite_type, "resourceType": metadata.kind},
        "relatedIdentifiers": _related(metadata),
        "formats": list(dict.fromkeys(["text/html", *(file.media_type for file in metadata.files)])),
        "version": metadata.additions.version,
        "rightsList": [_rights(metadata.licence)] if metadata.licence else [],
        "descriptions": [
            {"description": metadata.description, "descriptionType": "Abstract", "lang": CONTENT_LANGUAGE}
        ],
        "schemaVersion": NAMESPACE,
    }
    return {name: value for name, value in record.items() if value not in ("", [])}


def _creator(author: Author) -> dict[str, Any]:
    person = author.person
    if not person.given_name and not person.particle:
        creator: dict[str, Any] = {"name": person.family_name}
    else:
        family = " ".join(part for part in (person.particle, person.family_name) if part)
        creator = {"name": f"{family}, {person.given_name}".rstrip(", "), "nameType": "Personal", "familyName": family}
        if person.given_name:
            creator["givenName"] = person.given_name
    if person.orcid:
        creator["nameIdentifiers"] = [
            {
                "nameIdentifier": f"https://orcid.org/{person.orcid}",
                "nameIdentifierScheme": "ORCID",
                "schemeUri": "https://orcid.org",
            }
        ]
    if author.affiliation:
        creator["affiliation"] = [{"name": author.affiliation}]
    return creator


def _site() -> dict[str, Any]:
    """A page that names no author is by those who keep the site."""
    return {"name": settings.WAGTAIL_SITE_NAME, "nameType": "Organizational"}


def _subjects(metadata: Metadata) -> list[dict[str, str]]:
    terms = metadata.terms
    found = (*terms.themes, *terms.subjects, *terms.levels, *terms.audiences, *terms.regions)
    return [
        {"subject": term.label, "lang": CONTENT_LANGUAGE} | ({"valueUri": term.uri} if term.uri else {})
        for term in dict.fromkeys(found)
    ]


def _dates(metadata: Metadata) -> list[dict[str, str]]:
    dates = []
    if metadata.issued:
        dates.append({"date": metadata.issued.isoformat(), "dateType": "Issued"})
    if metadata.modified_at:
        dates.append({"date": metadata.modified_at.date().isoformat(), "dateType": "Updated"})
    return dates


def _related(metadata: Metadata) -> list[dict[str, str]]:
    related = [
        {"relatedIdentifier": file.url, "relatedIdentifierType": "URL", "relationType": "HasPart"}
        for file in metadata.files
    ]
    related += [
        {"relatedIdentifier": part.url, "relatedIdentifierType": "URL", "relationType": "HasPart"}
        for part in metadata.parts
    ]
    for source in metadata.additions.sources:
        if identifier := source.doi or source.url:
            kind = "DOI" if source.doi else "URL"
            related.append(
                {"relatedIdentifier": identifier, "relatedIdentifierType": kind, "relationType": "References"}
            )
    if metadata.doi:
        related.insert(
            0,
            {"relatedIdentifier": metadata.doi, "relatedIdentifierType": "DOI", "relationType": "IsDerivedFrom"},
        )
    return related


def _rights(licence: Licence) -> dict[str, str]:
    return {
        "rights": licence.short,
        "rightsUri": licence.url,
        "rightsIdentifier": _SPDX[licence],
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": "https://spdx.org/licenses/",
    }


def element_of(metadata: Metadata) -> etree._Element:
    """The ``resource`` element of the kernel, from the same record as the JSON."""
    record = record_of(metadata)
    root = etree.Element(f"{{{NAMESPACE}}}resource", nsmap={None: NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    add(root, "identifier", record["url"], identifierType="URL")
    creators = add(root, "creators")
    for creator in record["creators"]:
        _add_creator(add(creators, "creator"), creator)
    titles = add(root, "titles")
    for title in record["titles"]:
        add(titles, "title", title["title"], **{_XML_LANG: title["lang"]})
    add(root, "publisher", record["publisher"]["name"])
    add(root, "publicationYear", record.get("publicationYear", ""))
    if "subjects" in record:
        subjects = add(root, "subjects")
        for subject in record["subjects"]:
            uri = subject.get("valueUri", "")
            add(subjects, "subject", subject["subject"], **{_XML_LANG: subject["lang"], "valueURI": uri})
    if "dates" in record:
        dates = add(root, "dates")
        for date in record["dates"]:
            add(dates, "date", date["date"], dateType=date["dateType"])
    add(root, "language", record["language"])
    types = record["types"]
    add(root, "resourceType", types["resourceType"], resourceTypeGeneral=types["resourceTypeGeneral"])
    _add_rest(root, record)
    return root


def _add_creator(element: etree._Element, creator: dict[str, Any]) -> None:
    add(element, "creatorName", creator["name"], nameType=creator.get("nameType", ""))
    for name in ("givenName", "familyName"):
        if name in creator:
            add(element, name, creator[name])
    for known in creator.get("nameIdentifiers", ()):
        add(
            element,
            "nameIdentifier",
            known["nameIdentifier"],
            nameIdentifierScheme=known["nameIdentifierScheme"],
            schemeURI=known["schemeUri"],
        )
    for affiliation in creator.get("affiliation", ()):
        add(element, "affiliation", affiliation["name"])


def _add_rest(root: etree._Element, record: dict[str, Any]) -> None:
    if "relatedIdentifiers" in record:
        related = add(root, "relatedIdentifiers")
        for one in record["relatedIdentifiers"]:
            kinds = {name: one[name] for name in ("relatedIdentifierType", "relationType")}
            add(related, "relatedIdentifier", one["relatedIdentifier"], **kinds)
    formats = add(root, "formats")
    for name in record["formats"]:
        add(formats, "format", name)
    if "version" in record:
        add(root, "version", record["version"])
    if "rightsList" in record:
        rights = add(root, "rightsList")
        for one in record["rightsList"]:
            add(
                rights,
                "rights",
                one["rights"],
                rightsURI=one["rightsUri"],
                rightsIdentifier=one["rightsIdentifier"],
                rightsIdentifierScheme=one["rightsIdentifierScheme"],
                schemeURI=one["schemeUri"],
            )
    descriptions = add(root, "descriptions")
    for one in record["descriptions"]:
        add(
            descriptions,
            "description",
            one["description"],
            **{_XML_LANG: one["lang"], "descriptionType": one["descriptionType"]},
        )


def oai_element_of(metadata: Metadata) -> etree._Element:
    """The record in the envelope that DataCite's own OAI-PMH server uses."""
    root = etree.Element(f"{{{OAI_NAMESPACE}}}oai_datacite", nsmap={None: OAI_NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{OAI_NAMESPACE} {OAI_SCHEMA}")
    add(root, "schemaVersion", VERSION)
    add(root, "datacentreSymbol", urlsplit(settings.SITE_URL).hostname)
    add(root, "payload").append(element_of(metadata))
    return root
