"""What happens to pages, turned into entries of the outbox."""

from __future__ import annotations

from typing import Any

from editorial.page_changes import page_goes, pages_changed
from search.indexing.outbox import record_changes


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    pages_changed.connect(_pages_changed, dispatch_uid="search.pages_changed")
    page_goes.connect(_page_goes, dispatch_uid="search.page_goes")


def _pages_changed(page_ids: list[int], **_: Any) -> None:
    record_changes(page_ids)


def _page_goes(page_id: int, **_: Any) -> None:
    record_changes([page_id])
