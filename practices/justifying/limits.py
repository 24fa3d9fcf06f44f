"""How many verantwoordingen a network may begin without an account, so that a robot fills no database."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.hourly_counts import counted, network_of

#: A whole school may sit behind one address.
MOST_AN_HOUR_FROM_A_NETWORK = 60


def may_begin(request: HttpRequest) -> bool:
    """Whether one more is welcome; counts it."""
    return counted("justifying:begun", network_of(request)) <= MOST_AN_HOUR_FROM_A_NETWORK
