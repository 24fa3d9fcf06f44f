"""What happens to a publication when it is published, and what is kept before another text takes its place."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.signals import page_published, page_unpublished

from editorial.models import EditorialDocument
from research.models import InsightPage
from research.publications import checksums, open_files, versions, withdrawing


def connect() -> None:
    """Listen; called once, when the app is ready."""
    pre_save.connect(_before_saving, sender=InsightPage, dispatch_uid="publications.before_saving")
    page_published.connect(_on_published, sender=InsightPage, dispatch_uid="publications.published")
    page_unpublished.connect(_on_unpublished, sender=InsightPage, dispatch_uid="publications.unpublished")
    post_save.connect(checksums.on_saved, sender=EditorialDocument, dispatch_uid="publications.checksum")


def _before_saving(instance: InsightPage, raw: bool = False, **kwargs: Any) -> None:
    """Publishing saves the page with a text that is not public yet: what was public is kept first."""
    if not raw and instance.pk and instance.live and kwargs.get("update_fields") is None:
        versions.keep_what_was_public(instance.pk)


def _on_published(instance: InsightPage, **kwargs: Any) -> None:
    versions.record(instance)
    open_files.open_up(instance)
    withdrawing.withdraw_if_asked(instance)


def _on_unpublished(instance: InsightPage, **kwargs: Any) -> None:
    open_files.close(instance)
