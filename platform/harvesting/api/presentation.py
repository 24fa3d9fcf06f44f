"""Pages and changes in the words of the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from editorial.licences import Licence
from editorial.reading import Author, relations_of
from harvesting.addresses import absolute
from harvesting.api.content import content_of
from harvesting.files import AttachedFile
from harvesting.loading import Loaded
from harvesting.metadata import CONTENT_LANGUAGE
from harvesting.models import PublicRecord
from vocabulary.memory import KnownTerm

#: Name of a format → name in the links of a page.
RECORD_FORMATS = ("schema-org", "edurep", "datacite", "dublin-core")


def page_in_list(record: PublicRecord, loaded: Loaded, with_content: bool = False) -> dict[str, Any]:
    """A page as lists show it; its text only where that was asked for."""
    said = loaded.metadata
    shown: dict[str, Any] = {
        "id": said.page_id,
        "identifier": record.identifier,
        "kind": said.kind,
        "title": said.title,
        "summary": said.description,
        "language": CONTENT_LANGUAGE,
        "url": said.url,
        "url_in_english": said.url_in_english,
        "issued": said.issued.isoformat() if said.issued else None,
        "published_at": said.published_at.isoformat() if said.published_at else None,
        "modified_at": said.modified_at.isoformat() if said.modified_at else None,
        "changed_at": record.datestamp.isoformat(),
        "licence": _licence(said.licence),
        "authors": [_author(author) for author in said.authors],
        "themes": _terms(said.terms.themes),
        "levels": _terms(said.terms.levels),
        "subjects": _terms(said.terms.subjects),
        "audiences": _terms(said.terms.audiences),
        "regions": _terms(said.terms.regions),
        "publication": dict(said.publication) if said.publication else None,
        "files": [_file(file) for file in said.files],
        "parts": [{"id": part.page_id, "title": part.title, "url": part.url} for part in said.parts],
        "sources": [{"text": source.text, "url": source.url or None} for source in said.additions.sources],
        "links": {
            "self": absolute("api_page", said.page_id),
            **{name: absolute("record", said.page_id, name) for name in RECORD_FORMATS},
        },
    }
    if with_content:
        shown["content"] = content_of(loaded.page)
    return shown


def whole_page(record: PublicRecord, loaded: Loaded) -> dict[str, Any]:
    """A page with its text and its relations to other public pages."""
    relations = [
        {
            "relation": relation.kind,
            "outgoing": relation.outgoing,
            "kind": relation.content_kind,
            "title": relation.title,
            "url": settings.SITE_URL + relation.url,
        }
        for relation in relations_of(loaded.page)
    ]
    return page_in_list(record, loaded, with_content=True) | {"relations": relations}


def change(record: PublicRecord, is_deleted: bool) -> dict[str, Any]:
    """One change: that a page is there, as it is now, or that it is not any more."""
    return {
        "id": record.page_number,
        "identifier": record.identifier,
        "kind": record.content_kind,
        "change": "deleted" if is_deleted else "changed",
        "changed_at": record.datestamp.isoformat(),
        "page": None if is_deleted else absolute("api_page", record.page_number),
    }


def _licence(licence: Licence | None) -> dict[str, str] | None:
    return {"code": licence.value, "name": licence.short, "url": licence.url} if licence else None


def _author(author: Author) -> dict[str, str | None]:
    person = author.person
    return {
        "name": person.name,
        "given_name": person.given_name,
        "particle": person.particle,
        "family_name": person.family_name,
        "affiliation": author.affiliation,
        "orcid": f"https://orcid.org/{person.orcid}" if person.orcid else None,
    }


def _terms(terms: Iterable[KnownTerm]) -> list[dict[str, str | None]]:
    return [{"code": term.code, "label": term.label, "uri": term.uri or None} for term in terms]


def _file(file: AttachedFile) -> dict[str, Any]:
    return {
        "title": file.title,
        "url": file.url,
        "media_type": file.media_type,
        "size": file.size,
        "licence": _licence(file.licence),
    }
