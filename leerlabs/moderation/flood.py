"""How often somebody may report, so that a robot fills no moderator's day: by account, or by network."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.hourly_counts import counted, network_of

MOST_AN_HOUR_FROM_A_NETWORK = 10
MOST_AN_HOUR_FROM_AN_ACCOUNT = 30
_WHAT = "leerlabs:reports"


def may_report_now(request: HttpRequest) -> bool:
    """Whether one more report is welcome; counts it as one."""
    if request.user.is_authenticated:
        return counted(_WHAT, f"account:{request.user.pk}") <= MOST_AN_HOUR_FROM_AN_ACCOUNT
    return counted(_WHAT, f"network:{network_of(request)}") <= MOST_AN_HOUR_FROM_A_NETWORK
