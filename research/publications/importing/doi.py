"""The data that a DOI's registry (Crossref, DataCite …) keeps of a publication."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from django.conf import settings

from research.publications.importing.guarded_fetch import fetch
from research.publications.importing.problems import LookupFailed, LookupProblem

CSL_JSON = "application/vnd.citationstyles.csl+json"
_NOT_THERE = frozenset({404, 410})
_CANNOT_SAY = frozenset({204, 300, 406, 415})


def look_up(doi: str) -> dict[str, Any]:
    """The record of a DOI as CSL-JSON, as it came: nothing in it is checked. Raises LookupFailed.

    Takes ``DOI_LOOKUP_SECONDS`` at most. Not to be called inside a transaction: others wait for those.
    """
    resolver = settings.DOI_RESOLVER_URL.rstrip("/") + "/"
    answer = fetch(
        resolver + quote(doi, safe="/:;()._-"),
        headers={"Accept": CSL_JSON, "User-Agent": settings.DOI_LOOKUP_USER_AGENT},
        trusted=resolver,
        seconds=settings.DOI_LOOKUP_SECONDS,
        max_bytes=settings.DOI_LOOKUP_MAX_BYTES,
    )
    if answer.status in _NOT_THERE:
        raise LookupFailed(LookupProblem.NOT_REGISTERED)
    if answer.status in _CANNOT_SAY:
        raise LookupFailed(LookupProblem.NO_METADATA)
    if answer.status != 200:
        raise LookupFailed(LookupProblem.UNREACHABLE)
    if "json" not in answer.content_type.lower():
        raise LookupFailed(LookupProblem.NO_METADATA)
    try:
        record = json.loads(answer.content)
    except (ValueError, RecursionError) as problem:
        raise LookupFailed(LookupProblem.NO_METADATA) from problem
    if not isinstance(record, dict) or not record.get("title"):
        raise LookupFailed(LookupProblem.NO_METADATA)
    return record
