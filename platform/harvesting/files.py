"""The files that stand on a page, with what a machine wants to know before fetching them."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.blocks import StreamValue
from wagtail.models import Page

from editorial.licences import Licence

_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file to download."""

    title: str
    url: str
    media_type: str
    #: Bytes; None when that was never found out.
    size: int | None
    licence: Licence | None


def files_of(page: Page, fields: Iterable[str], documents: Mapping[int, Any] | None = None) -> tuple[AttachedFile, ...]:
    """The files in these fields of ``page``; one that was removed is left out.

    With ``documents`` (by primary key) nothing is read; without it the blocks read theirs, as the template does.
    """
    found = (_with_document(page, name, documents) for name in fields)
    return tuple(_file(document, title) for pairs in found for document, title in pairs if document is not None)


def document_ids(pages: Iterable[Page], fields: Sequence[str]) -> set[int]:
    """Primary keys of the documents that stand in these fields, without reading one."""
    ids: set[int] = set()
    for page in pages:
        for name in fields:
            value = getattr(page, name)
            if isinstance(value, StreamValue):
                ids.update(pk for pk, _title in _raw(value) if pk)
    return ids


def _with_document(page: Page, name: str, documents: Mapping[int, Any] | None) -> Iterator[tuple[Any, str]]:
    value = getattr(page, name)
    if not isinstance(value, StreamValue):
        yield value, ""
    elif documents is not None:
        for pk, title in _raw(value):
            yield documents.get(pk), title
    else:
        for block in value:
            yield block.value.get("document"), block.value.get("title") or ""


def _raw(value: StreamValue) -> Iterator[tuple[int, str]]:
    for block in value.raw_data:
        inner = block["value"]
        if isinstance(inner, dict) and inner.get("document"):
            yield inner["document"], inner.get("title") or ""


def _file(document: Any, title: str) -> AttachedFile:
    licence = getattr(document, "licence", "")
    return AttachedFile(
        title=title or document.title,
        url=settings.SITE_URL + document.url,
        media_type=mimetypes.guess_type(document.filename)[0] or _UNKNOWN_TYPE,
        size=document.file_size,
        licence=Licence(licence) if licence in Licence.values else None,
    )
