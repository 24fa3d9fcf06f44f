"""A meeting for machines: schema.org Event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from editorial.addresses import site_path

if TYPE_CHECKING:
    from networks.models import MeetingPage


def event_of(meeting: MeetingPage) -> dict[str, Any]:
    """What a meeting says besides what every page says: when and where it is, and whether it was moved."""
    url = settings.SITE_URL + site_path(meeting.url_path)
    event: dict[str, Any] = {
        "startDate": meeting.starts_at.isoformat(),
        "eventStatus": "https://schema.org/EventRescheduled"
        if meeting.moved_from
        else "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/"
        + ("OnlineEventAttendanceMode" if meeting.is_online else "OfflineEventAttendanceMode"),
        "location": _location(meeting, url),
        "organizer": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL},
    }
    if meeting.ends_at:
        event["endDate"] = meeting.ends_at.isoformat()
    if meeting.moved_from:
        event["previousStartDate"] = meeting.moved_from.isoformat()
    return event


def _location(meeting: MeetingPage, url: str) -> dict[str, str]:
    if meeting.is_online:
        return {"@type": "VirtualLocation", "url": meeting.registration_url or url}
    return {"@type": "Place", "name": meeting.place, "address": meeting.place}
