"""Files that members send along: kept apart until they are sent in, and shown to nobody else until then."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import FileResponse, Http404
from django.utils.text import get_valid_filename

from editorial.contributing.models import SubmittedUpload


def remove(upload: SubmittedUpload) -> None:
    """Take a file out. One that the editors know is theirs to delete; the next time it is sent in, it is gone."""
    if upload.is_with_editors:
        upload.removed = True
        upload.save(update_fields=["removed"])
    else:
        delete_file(upload)
        upload.delete()


def delete_file(upload: SubmittedUpload) -> None:
    """Delete our own copy once the change is committed."""
    storage, name = upload.file.storage, upload.file.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))


def is_kept(upload: SubmittedUpload) -> bool:
    """Whether our own copy is there."""
    name = upload.file.name
    return bool(name and upload.file.storage.exists(name))


def serve(upload: SubmittedUpload | None, *, cache: str = "private", **how: Any) -> FileResponse:
    """The file itself, for one browser only. ``how`` goes to FileResponse. Raises Http404 when it is not there."""
    if upload is None or not is_kept(upload):
        raise Http404
    response = FileResponse(upload.file.open("rb"), **how)
    response.headers["Cache-Control"] = cache
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def content_of(upload: SubmittedUpload) -> bytes | None:
    """What our own copy holds; None when it is not there."""
    if not is_kept(upload):
        return None
    with upload.file.open("rb") as kept:
        content: bytes = kept.read()
    return content


def readable_name(name: str, most: int, otherwise: str) -> str:
    """The name under which somebody uploaded it, made harmless; its end counts, because that says what it is."""
    try:
        return get_valid_filename(name)[-most:]
    except ValueError:
        return otherwise
