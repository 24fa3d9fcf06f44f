"""How often the public form may be sent, so that a robot fills no editor's day.

Counted by network address in an hour, and by mail address in the database.
"""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from accounts.hourly_counts import counted, network_of
from organisations.models import AllianceApplication

MOST_AN_HOUR_FROM_A_NETWORK = 10
MOST_A_DAY_FROM_AN_ADDRESS = 3
#: All together: past this a robot is at work, and an editor's mailbox is full.
MOST_A_DAY = 200


def may_submit(request: HttpRequest, email: str) -> bool:
    """Whether one more application is welcome; counts it as one for this network."""
    recent = AllianceApplication.objects.filter(created_at__gt=timezone.now() - timedelta(days=1))
    if recent.filter(email__iexact=email).count() >= MOST_A_DAY_FROM_AN_ADDRESS or recent.count() >= MOST_A_DAY:
        return False
    return counted("organisations:applications", network_of(request)) <= MOST_AN_HOUR_FROM_A_NETWORK
