"""What meetings add to what machines read."""

from __future__ import annotations

from django.utils import timezone

from harvesting import metadata
from harvesting.metadata import Additions
from networks.models import MeetingPage
from networks.structured_data import event_of


def register() -> None:
    """A meeting is an Event; called once, when the room is ready."""
    metadata.register(
        MeetingPage.content_kind,
        _meeting,
        text_fields=("audience_text", "body", "programme", "cost", "registration_text"),
    )


def _meeting(page: MeetingPage) -> Additions:
    return Additions(
        schema_types=("Event",),
        schema=event_of(page),
        is_creative_work=False,
        dc_type="Event",
        datacite_type="Event",
        issued=timezone.localdate(page.starts_at),
    )
