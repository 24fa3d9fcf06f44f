"""The threads about a page."""

from __future__ import annotations

from typing import Any

from leerlabs.models import Thread, Visibility
from leerlabs.policy import readable_leerlabs
from leerlabs.threads.overview import ThreadRow, row_of, threads_with_marks

LONGEST = 8


def threads_about(page_id: int, viewer: Any, only_open: bool = False) -> list[ThreadRow]:
    """The latest threads about a page that ``viewer`` may read; one query besides the policy's.

    ``only_open`` leaves out Leerlabs that are not open to everyone, whoever asks: for pages that are kept.
    """
    leerlabs = readable_leerlabs(viewer)
    if only_open:
        leerlabs = leerlabs.filter(visibility=Visibility.OPEN)
    threads = Thread.objects.filter(page_id=page_id, leerlab__in=leerlabs, hidden_at=None).order_by("-last_post_at")
    rows = threads_with_marks(threads.select_related("leerlab"), viewer)[:LONGEST]
    return [row_of(thread, viewer) for thread in rows]
