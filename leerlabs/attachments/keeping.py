"""Keeping files: with a form, with a post, and not for ever without one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.signals import post_delete
from django.utils import timezone

from accounts.models import User
from leerlabs.attachments.judging import judge
from leerlabs.models import Attachment, LeerlabPage, Post
from leerlabs.models.attachment import FOLDER, private_storage

#: Files with one post.
MAX_FILES = 8
#: So long a file waits for its post: as long as somebody may be writing.
WAITS = timedelta(days=2)


def keep(file: UploadedFile, leerlab: LeerlabPage, uploader: User) -> Attachment:
    """The file, kept and waiting for a post. Raises Refused."""
    judged = judge(file, file.size or 0, file.name or "")
    content: Any = ContentFile(judged.content) if judged.content is not None else file
    kept = Attachment(
        leerlab=leerlab,
        uploader=uploader,
        name=judged.name,
        media_type=judged.media_type,
        size=content.size,
        width=judged.width,
        height=judged.height,
    )
    content.seek(0)
    kept.file.save("", content, save=False)
    kept.save(force_insert=True)
    return kept


def waiting(keys: Iterable[uuid.UUID], leerlab: LeerlabPage, uploader: User) -> list[Attachment]:
    """Of these, the files that this person uploaded here and that hang on no post."""
    rows = Attachment.objects.filter(pk__in=list(keys)[: 2 * MAX_FILES], leerlab=leerlab, uploader=uploader, post=None)
    return list(rows.order_by("created_at"))


def attach(post: Post, keys: Iterable[uuid.UUID]) -> None:
    """Hang waiting files of the author on the post; those of somebody else are left alone."""
    chosen = list(keys)[:MAX_FILES]
    if chosen:
        own = Attachment.objects.filter(pk__in=chosen, uploader_id=post.author_id, leerlab_id=post.thread.leerlab_id)
        own.filter(post=None).update(post=post)


def clean_up(now: datetime | None = None) -> int:
    """Remove files that never came to hang on a post; how many."""
    too_old = (now or timezone.now()) - WAITS
    removed = 0
    for attachment in Attachment.objects.filter(post=None, created_at__lt=too_old).iterator():
        attachment.delete()
        removed += 1
    return removed


def clean_up_files(now: datetime | None = None) -> int:
    """Remove files without a row: of uploads whose transaction failed; how many."""
    too_old = (now or timezone.now()) - WAITS
    storage = private_storage()
    removed = 0
    for folder in _folders(storage):
        for name in storage.listdir(f"{FOLDER}/{folder}")[1]:
            path = f"{FOLDER}/{folder}/{name}"
            if storage.get_modified_time(path) < too_old and not Attachment.objects.filter(file=path).exists():
                storage.delete(path)
                removed += 1
    return removed


def _folders(storage: Storage) -> list[str]:
    return storage.listdir(FOLDER)[0] if storage.exists(FOLDER) else []


def connect() -> None:
    """Let a file go with its row, once that is certain; called when the app is ready."""
    post_delete.connect(_row_deleted, sender=Attachment, dispatch_uid="leerlabs.attachments")


def _row_deleted(instance: Attachment, **_: Any) -> None:
    storage, name = instance.file.storage, instance.file.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))
