"""``/oai/``: one address for all six verbs."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from lxml import etree

from caching.policy import never_cached
from harvesting import numbering
from harvesting.formats.legal_xml import add
from harvesting.limits import limited
from harvesting.models import PublicRecord
from harvesting.oai import documents
from harvesting.oai.arguments import OaiRequest, read
from harvesting.oai.errors import OaiError
from harvesting.oai.listing import entries_of, part_of


@csrf_exempt
@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
@never_cached
@limited(503)
def oai(request: HttpRequest) -> HttpResponse:
    """Answers with a document of the protocol, errors too. A form that is posted changes nothing here.

    Who asks too much gets 503 with Retry-After: of all ways to say so the one that the protocol names, and the one
    that harvesters know to wait for.
    """
    # Before anything is read: what is committed from now on may be missing, and is dated from now on.
    asked_at = timezone.now()
    asked: OaiRequest | None = None
    try:
        asked = read(request)
        root = documents.envelope(asked_at, asked)
        _ANSWERS[asked.verb](root, asked)
    except OaiError as error:
        bad = error.code in {"badVerb", "badArgument"}
        root = documents.envelope(asked_at, None if bad else asked)
        documents.add_error(root, error)
    return HttpResponse(documents.as_bytes(root), content_type="text/xml; charset=utf-8")


def _identify(root: etree._Element, asked: OaiRequest) -> None:
    numbering.number_pending()
    earliest = PublicRecord.objects.aggregate(earliest=Min("datestamp"))["earliest"]
    documents.add_identify(root, earliest or datetime(2000, 1, 1, tzinfo=UTC))


def _list_metadata_formats(root: etree._Element, asked: OaiRequest) -> None:
    if identifier := asked.get("identifier"):
        _record(identifier)
    documents.add_formats(root)


def _list_sets(root: etree._Element, asked: OaiRequest) -> None:
    if asked.get("resumptionToken"):
        raise OaiError("badResumptionToken", "The list of sets comes in one part.")
    documents.add_sets(root)


def _get_record(root: etree._Element, asked: OaiRequest) -> None:
    _check_prefix(asked)
    numbering.number_pending()
    record = _record(asked.get("identifier"))
    documents.add_record(add(root, "GetRecord"), entries_of([record], True)[0], asked.get("metadataPrefix"))


def _list_identifiers(root: etree._Element, asked: OaiRequest) -> None:
    _check_prefix(asked)
    part = part_of(asked)
    listed = add(root, "ListIdentifiers")
    for entry in part.entries:
        documents.add_header(listed, entry)
    documents.add_token(listed, part)


def _list_records(root: etree._Element, asked: OaiRequest) -> None:
    _check_prefix(asked)
    part = part_of(asked)
    listed = add(root, "ListRecords")
    for entry in part.entries:
        documents.add_record(listed, entry, part.place.prefix)
    documents.add_token(listed, part)


_ANSWERS = {
    "Identify": _identify,
    "ListMetadataFormats": _list_metadata_formats,
    "ListSets": _list_sets,
    "GetRecord": _get_record,
    "ListIdentifiers": _list_identifiers,
    "ListRecords": _list_records,
}


def _record(identifier: str) -> PublicRecord:
    record = PublicRecord.objects.filter(identifier=identifier).first()
    if record is None:
        raise OaiError("idDoesNotExist", "There is no record of this name.")
    return record


def _check_prefix(asked: OaiRequest) -> None:
    if (prefix := asked.get("metadataPrefix")) and prefix not in documents.FORMATS:
        raise OaiError("cannotDisseminateFormat", f"Formats are: {', '.join(documents.FORMATS)}.")
