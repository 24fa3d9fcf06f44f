"""Checksums of files: whoever downloads one can see that it is the one that was published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import IO, Any

from django.core.files.base import File

from editorial.models import EditorialDocument
from research.publications.models import FileChecksum

_CHUNK = 1024 * 1024


def sha256_of(file: IO[bytes] | File[bytes]) -> str:
    """The SHA-256 of a file that is open for reading, from its start, in hexadecimal. Reads it in pieces."""
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def note(document: EditorialDocument) -> None:
    """Work out and keep the checksum of a document, when its file is another one than before."""
    name = document.file.name or ""
    if not name or FileChecksum.objects.filter(document=document, file_name=name).exists():
        return
    try:
        with document.file.storage.open(name, "rb") as file:
            sha256 = sha256_of(file)
    except OSError:
        # The row is there and the file is not: there is nothing to vouch for.
        return
    FileChecksum.objects.update_or_create(document=document, defaults={"file_name": name, "sha256": sha256})


def checksums_of(documents: Iterable[EditorialDocument]) -> dict[int, str]:
    """The checksum of each document by its key; one query, none for no documents."""
    keys = [document.pk for document in documents]
    found = FileChecksum.objects.filter(document__in=keys) if keys else FileChecksum.objects.none()
    return dict(found.values_list("document_id", "sha256"))


def on_saved(instance: EditorialDocument, raw: bool = False, **kwargs: Any) -> None:
    """Whichever form a document came in by."""
    if not raw:
        note(instance)
