"""What runs by itself: polls close, and what nobody posted is cleaned up."""

from __future__ import annotations

from datetime import time

from leerlabs.attachments import keeping
from leerlabs.threads import drafts, polls
from tasks.schedule import every


def connect() -> None:
    """Put the jobs on the schedule; called once, when the app is ready."""
    every("close_polls", seconds=60)(polls.close_due)
    every("clean_up_leerlab_files", daily_at=time(3, 40))(keeping.clean_up)
    every("clean_up_leerlab_lost_files", daily_at=time(3, 42))(keeping.clean_up_files)
    every("clean_up_leerlab_drafts", daily_at=time(3, 45))(drafts.clean_up)
