"""What meetings are in the index."""

from __future__ import annotations

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from networks.models import MeetingPage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument


def describe_meeting(page: MeetingPage) -> SearchDocument:
    """A meeting is found by its subject, place and programme."""
    starts = timezone.localtime(page.starts_at)
    return describe(
        page,
        body=[page.body, page.programme, page.audience_text],
        shown_date=starts.date(),
        keywords=[page.place],
        card={
            "starts_at": starts.isoformat(),
            "time_text": formats.time_format(starts, "H.i"),
            "moved_from": page.moved_from.isoformat() if page.moved_from else "",
            "place": page.place or (_("online") if page.is_online else ""),
            "is_online": page.is_online,
        },
    )


def register() -> None:
    """Make meetings findable."""
    registry.register(MeetingPage, describe_meeting)
    registry.bulk(MeetingPage, with_terms)
    labels.register("type", {"meeting": gettext_lazy("Bijeenkomst")})
