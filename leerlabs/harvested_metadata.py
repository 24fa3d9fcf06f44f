"""What open Leerlabs add to what machines read: their question and goal, never what members say."""

from __future__ import annotations

from harvesting import metadata
from harvesting.metadata import Additions
from leerlabs.models import LeerlabPage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        LeerlabPage.content_kind,
        lambda page: Additions(schema_types=("WebPage",), issued=page.starts_on, dc_type="InteractiveResource"),
        text_fields=("question", "goal"),
    )
