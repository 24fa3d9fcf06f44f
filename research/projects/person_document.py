"""A researcher for machines: schema.org Person on a ProfilePage."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from accounts.models import Person
from harvesting.formats.schema_org import CONTEXT
from research.publications.affiliations import institutes_called


def document_of(person: Person) -> dict[str, Any]:
    """The page of ``person`` as JSON-LD: name, ORCID, and the organisation with its ROR or ISNI where it is known.

    One query for somebody with an organisation, otherwise none. The address to write to is not in it.
    """
    with override("nl"):
        url = settings.SITE_URL + reverse("projects:researcher", args=[person.slug])
    return {"@context": CONTEXT, "@type": "ProfilePage", "@id": url, "url": url, "mainEntity": _person(person, url)}


def _person(person: Person, url: str) -> dict[str, Any]:
    orcid = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    node: dict[str, Any] = {
        "@type": "Person",
        "@id": orcid or f"{url}#person",
        "name": person.name,
        "givenName": person.given_name,
        "familyName": " ".join(filter(None, (person.particle, person.family_name))),
        "url": url,
        "identifier": {"@type": "PropertyValue", "propertyID": "ORCID", "value": orcid} if orcid else None,
        "sameAs": orcid,
        "jobTitle": person.get_role_display(),
        "description": person.biography,
        "affiliation": _affiliation(person),
    }
    return {name: value for name, value in node.items() if value}


def _affiliation(person: Person) -> dict[str, Any] | None:
    organisation = person.organisation
    if organisation is None:
        return None
    node: dict[str, Any] = {"@type": "Organization", "name": organisation.name}
    institute = institutes_called([organisation.name]).get(organisation.name)
    addresses = institute.identifiers if institute else []
    if addresses:
        node |= {"@id": addresses[0], "identifier": addresses[0], "sameAs": addresses}
    elif organisation.website:
        node["url"] = organisation.website
    return node
