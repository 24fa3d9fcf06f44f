"""The files of a submission: kept apart until it is sent in, then known to the editors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from accounts.models import User
from editorial.contributing.uploads import readable_name, remove
from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications.checksums import sha256_of
from research.publications.models import Submission, SubmittedFile
from research.publications.open_files import closed_collection

__all__ = ["UnusableFile", "add", "hand_to_editors", "remove", "shown"]


class UnusableFile(Exception):
    """An upload cannot be kept; the message says why."""


def shown(submission: Submission) -> QuerySet[SubmittedFile]:
    """The files that are part of it now."""
    return submission.files.filter(removed=False)


def add(submission: Submission, upload: UploadedFile) -> SubmittedFile:
    """Keep an uploaded file with its checksum. Raises :class:`UnusableFile`, also when there are enough."""
    name = readable_name(upload.name or "", 150, "bestand")
    extension = PurePath(name).suffix.lower().lstrip(".")
    if shown(submission).count() >= settings.PUBLICATION_FILES_MAX:
        raise UnusableFile(
            _("Er passen hooguit %(number)d bestanden bij een publicatie.") % {"number": settings.PUBLICATION_FILES_MAX}
        )
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        raise UnusableFile(
            _("Dit soort bestand kan niet. Wel: %(kinds)s.") % {"kinds": ", ".join(settings.WAGTAILDOCS_EXTENSIONS)}
        )
    if not upload.size or upload.file is None:
        raise UnusableFile(_("Dit bestand is leeg."))
    if upload.size > settings.PUBLICATION_FILE_MAX_BYTES:
        most = filesizeformat(settings.PUBLICATION_FILE_MAX_BYTES)
        raise UnusableFile(_("Dit bestand is te groot; hooguit %(most)s.") % {"most": most})
    file = SubmittedFile(
        submission=submission, name=name, size=upload.size, sha256=sha256_of(upload), title=PurePath(name).stem[:150]
    )
    # The name on disk says nothing and cannot be guessed.
    file.file.save(f"{file.uuid}.{extension}", upload, save=False)
    file.save()
    return file


def hand_to_editors(submission: Submission, page: InsightPage, by: User) -> bool:
    """Put the files of the submission into ``page``, in memory: added, changed or gone. Whether anything changed."""
    for file in shown(submission).filter(document=None):
        file.document = _document_of(file, by)
        file.save(update_fields=["document"])
    for file in shown(submission).exclude(document=None).select_related("document"):
        EditorialDocument.objects.filter(pk=file.document_id).update(licence=file.licence, title=file.title)
    before = _blocks(page)
    wanted = list(_wanted(submission, page))
    if [(value["document"].pk, value["title"], value["kind"]) for value, _id in wanted] == before:
        return False
    block = page._meta.get_field("files").stream_block
    child = block.child_blocks["download"]
    page.files = StreamValue(block, [("download", child.normalize(value), identity) for value, identity in wanted])
    return True


def _blocks(page: InsightPage) -> list[tuple[int, str, str]]:
    return [
        (block.value["document"].pk, block.value["title"], block.value["kind"])
        for block in page.files
        if block.value["document"]
    ]


def _wanted(submission: Submission, page: InsightPage) -> Iterator[tuple[dict[str, Any], str | None]]:
    """What the page is to offer: what editors put there stays; a document and words, and the block's identity."""
    ours = {file.document_id: file for file in submission.files.exclude(document=None).select_related("document")}
    for block in page.files:
        document = block.value["document"]
        file = ours.pop(document.pk, None) if document else None
        if document and file is None:
            yield dict(block.value), block.id
        elif file is not None and not file.removed:
            yield {**block.value, "title": file.title, "kind": file.kind}, block.id
    for file in ours.values():
        if not file.removed:
            yield {"document": file.document, "title": file.title, "description": "", "kind": file.kind}, None


def _document_of(file: SubmittedFile, by: User) -> EditorialDocument:
    document = EditorialDocument(
        title=file.title,
        licence=file.licence,
        collection=closed_collection(),
        uploaded_by_user=by,
        file_size=file.size,
    )
    with file.file.open("rb") as kept:
        document.file.save(file.name, File(kept), save=False)
        document.save()
    return document
