"""Which changes, besides those of the pages themselves, the search index has to follow."""

from __future__ import annotations

from typing import Any

from search.indexing.outbox import record_changes
from vocabulary.signals import pages_reclassified


def connect() -> None:
    """Let these changes reach the outbox of the index; called once, when the app is ready."""
    pages_reclassified.connect(_reclassified, dispatch_uid="config.reindexing")


def _reclassified(page_ids: frozenset[int], **_: Any) -> None:
    record_changes(page_ids)
