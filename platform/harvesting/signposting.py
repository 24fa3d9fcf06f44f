"""Signposting: what a page is, who made it, and where its metadata is, in the header of the answer itself.

The page's head is made from the metadata that is described while the template runs; the same description is kept on
the request, and the middleware writes the header from it. Kept pages keep their headers, so visitors of the cache
get it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponseBase

from harvesting.addresses import absolute
from harvesting.metadata import Metadata

#: A header has to stay small; of a page with more authors or files the metadata tells the rest.
MOST_OF_A_KIND = 20
_ATTRIBUTE = "_metadata_of_page"
#: Name of a format → its media type, and the profile that tells one JSON-LD or XML from another.
_FORMATS = {
    "schema-org": ("application/ld+json", "https://schema.org"),
    "edurep": ("application/ld+json", ""),
    "datacite": ("application/xml", "http://datacite.org/schema/kernel-4"),
    "dublin-core": ("application/xml", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
}


class SignpostingMiddleware:
    """Adds the ``Link`` header to pages that were described."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        metadata: Metadata | None = vars(request).get(_ATTRIBUTE)
        if metadata is not None and response.status_code == 200:
            response.headers["Link"] = header(metadata)
        return response


def announce(request: HttpRequest, metadata: Metadata) -> None:
    """Have the answer to this request carry the header of this page."""
    vars(request)[_ATTRIBUTE] = metadata


def header(metadata: Metadata) -> str:
    """The value of the ``Link`` header."""
    return ", ".join(_links(metadata))


def _links(metadata: Metadata) -> Iterator[str]:
    yield _link(f"https://doi.org/{metadata.doi}" if metadata.doi else metadata.url, "cite-as")
    orcids = [author.person.orcid for author in metadata.authors if author.person.orcid]
    for orcid in orcids[:MOST_OF_A_KIND]:
        yield _link(f"https://orcid.org/{orcid}", "author")
    for name, (media_type, profile) in _FORMATS.items():
        yield _link(absolute("record", metadata.page_id, name), "describedby", media_type, profile)
    yield _link("https://schema.org/AboutPage", "type")
    yield _link(f"https://schema.org/{metadata.additions.schema_types[0]}", "type")
    if metadata.licence:
        yield _link(metadata.licence.url, "license")
    for file in metadata.files[:MOST_OF_A_KIND]:
        yield _link(file.url, "item", file.media_type)


def _link(address: str, relation: str, media_type: str = "", profile: str = "") -> str:
    safe = address.replace("<", "%3C").replace(">", "%3E").replace('"', "%22").replace(" ", "%20")
    parts = [f"<{safe}>", f'rel="{relation}"']
    if media_type:
        parts.append(f'type="{media_type}"')
    if profile:
        parts.append(f'profile="{profile}"')
    return "; ".join(parts)
