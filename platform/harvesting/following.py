"""What makes a record change: pages, and the terms, people and organisations that they show."""

from __future__ import annotations

from typing import Any

from editorial.page_changes import page_goes, pages_changed
from harvesting.records import look_again, say_deleted
from vocabulary.signals import pages_reclassified


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    pages_changed.connect(_pages_changed, dispatch_uid="harvesting.pages_changed")
    page_goes.connect(_page_goes, dispatch_uid="harvesting.page_goes")
    pages_reclassified.connect(_reclassified, dispatch_uid="harvesting.reclassified")


def _pages_changed(page_ids: list[int], **_: Any) -> None:
    look_again(page_ids)


def _page_goes(page_id: int, **_: Any) -> None:
    say_deleted([page_id])


def _reclassified(page_ids: frozenset[int], **_: Any) -> None:
    """A theme that was renamed, moved or merged into another one stands in the metadata of its pages."""
    look_again(page_ids)
