"""How often somebody may report, so that a robot fills no moderator's day.

Counted in the cache: by account, or by network, of which only a hash is kept there and for an hour. With a cache
that fails, nothing is counted and everybody may go on.
"""

from __future__ import annotations

import logging

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

MOST_AN_HOUR_FROM_A_NETWORK = 10
MOST_AN_HOUR_FROM_AN_ACCOUNT = 30
_HOUR = 3600


def may_report_now(request: HttpRequest) -> bool:
    """Whether one more report is welcome; counts it as one."""
    if request.user.is_authenticated:
        return _counted(f"account:{request.user.pk}") <= MOST_AN_HOUR_FROM_AN_ACCOUNT
    return _counted(f"network:{_network(request)}") <= MOST_AN_HOUR_FROM_A_NETWORK


def _counted(who: str) -> int:
    key = f"leerlabs:reports:{salted_hmac(__name__, who, algorithm='sha256').hexdigest()}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key))
    except Exception:  # whatever the backend raises
        logger.warning("The cache does not count reports", exc_info=True)
        return 1


def _network(request: HttpRequest) -> str:
    from allauth.account.adapter import get_adapter

    return str(get_adapter().get_client_ip(request))
