"""A meeting for one's own calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from editorial.addresses import site_path
from editorial.publicity import public
from networks.models import MeetingPage

#: How long a meeting without a known end is shown to last.
ASSUMED_LENGTH = timedelta(hours=2)


@require_safe
def meeting_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """The meeting as an ``.ics`` file. Raises Http404 when it is not public."""
    meeting = public(MeetingPage.objects.filter(slug=slug)).order_by("pk").first()
    if meeting is None:
        raise Http404(slug)
    response = HttpResponse(calendar_of(meeting), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{meeting.slug}.ics"'
    return response


def calendar_of(meeting: MeetingPage) -> bytes:
    """One VEVENT in UTC, so that no time zone definition is needed; a changed meeting keeps its UID."""
    event = Event()
    event.add("uid", f"bijeenkomst-{meeting.translation_key}@{settings.SITE_URL.split('//')[-1]}")
    event.add("dtstamp", meeting.last_published_at or timezone.now())
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at or meeting.starts_at + ASSUMED_LENGTH)
    event.add("summary", meeting.title)
    event.add("description", meeting.summary)
    event.add("location", meeting.place)
    event.add("url", settings.SITE_URL + site_path(meeting.url_path))
    calendar = Calendar()
    calendar.add("prodid", "-//Samen onderwijs versnellen//agenda//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
