"""The addresses below ``/api/v1/``."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from harvesting import numbering
from harvesting.addresses import absolute
from harvesting.api import parameters, presentation
from harvesting.api.answers import Gone, as_json, endpoint
from harvesting.api.openapi import description
from harvesting.api.parameters import ListRequest
from harvesting.formats import datacite, edurep, oai_dc, schema_org
from harvesting.loading import Loaded, load, public_among
from harvesting.models import PublicRecord
from harvesting.oai.documents import as_bytes
from vocabulary.memory import vocabulary

JSON_LD = "application/ld+json"
XML = "application/xml"


@endpoint
def entry(request: HttpRequest) -> HttpResponse:
    """Where everything is, for whoever tries the obvious address first."""
    names = {"pages": "api_pages", "changes": "api_changes", "themes": "api_themes", "description": "openapi"}
    return as_json({name: absolute(address) for name, address in names.items()} | {"oai": absolute("oai")})


@endpoint
def pages(request: HttpRequest) -> HttpResponse:
    """Public pages in the order of their numbers; ``next`` is there while there are more."""
    asked = parameters.read(request, "after")
    found = _filtered(asked).filter(deleted_at=None, page_number__gt=asked.after).order_by("page_number")
    records = list(found[: asked.limit + 1])
    shown = records[: asked.limit]
    loaded = load(record.page_number for record in shown)
    return as_json(
        {
            "pages": [
                presentation.page_in_list(record, loaded[record.page_number], asked.with_content)
                for record in shown
                if record.page_number in loaded
            ],
            "next": _next(request, "api_pages", "after", shown[-1].page_number) if len(records) > len(shown) else None,
        }
    )


@endpoint
def page(request: HttpRequest, page_id: int) -> HttpResponse:
    """One page with its full text."""
    record, loaded = _public(page_id)
    return as_json(presentation.whole_page(record, loaded))


@endpoint
def changes(request: HttpRequest) -> HttpResponse:
    """What changed after a cursor, deletions too, each page once, in the order of the changes."""
    asked = parameters.read(request, "since")
    # What was committed before this question is in the answer.
    numbering.number_pending()
    found = _filtered(asked).filter(sequence__gt=asked.after).order_by("sequence")
    records = list(found[: asked.limit + 1])
    shown = records[: asked.limit]
    public = public_among(record.page_number for record in shown if not record.is_deleted)
    cursor = shown[-1].sequence if shown else asked.after
    return as_json(
        {
            "changes": [presentation.change(record, record.page_number not in public) for record in shown],
            "cursor": str(cursor),
            "more": len(records) > len(shown),
            "next": _next(request, "api_changes", "since", cursor or 0),
        }
    )


@endpoint
def themes(request: HttpRequest) -> HttpResponse:
    """The themes that pages can be asked by."""
    return as_json(
        {
            "themes": [
                {"code": term.code, "label": term.label, "uri": term.uri or None, "parents": list(term.parents)}
                for term in vocabulary().of_kind("theme")
            ]
        }
    )


@endpoint
def record(request: HttpRequest, page_id: int, name: str) -> HttpResponse:
    """The metadata of one page in one of the formats."""
    if name not in presentation.RECORD_FORMATS:
        raise Http404
    said = _public(page_id)[1].metadata
    if name == "schema-org":
        return as_json(schema_org.document_of(said), JSON_LD)
    if name == "edurep":
        return as_json(edurep.document_of(said), JSON_LD)
    element = datacite.element_of(said) if name == "datacite" else oai_dc.element_of(said)
    return HttpResponse(as_bytes(element), content_type=f"{XML}; charset=utf-8")


@endpoint
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of this API."""
    return as_json(description())


@endpoint
def unknown(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address below the API: a problem, not a page."""
    raise Http404


def _public(page_id: int) -> tuple[PublicRecord, Loaded]:
    found = PublicRecord.objects.filter(page_number=page_id).first()
    if found is None:
        raise Http404
    loaded = None if found.is_deleted else load([page_id]).get(page_id)
    if loaded is None:
        raise Gone
    return found, loaded


def _filtered(asked: ListRequest) -> QuerySet[PublicRecord]:
    records = PublicRecord.objects.all()
    if asked.kind:
        records = records.filter(content_kind=asked.kind)
    return records.filter(sets__theme=asked.theme) if asked.theme else records


def _next(request: HttpRequest, name: str, cursor: str, value: int) -> str:
    query = {key: text for key, text in request.GET.items() if key != cursor and text}
    return f"{absolute(name)}?{urlencode(query | {cursor: value})}"
