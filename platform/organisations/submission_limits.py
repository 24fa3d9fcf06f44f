"""How often the public form may be sent, so that a robot fills no editor's day.

Counted by network address in the cache, of which only a hash is kept there and for an hour, and by mail address
in the database.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from organisations.models import AllianceApplication

logger = logging.getLogger(__name__)

MOST_AN_HOUR_FROM_A_NETWORK = 10
MOST_A_DAY_FROM_AN_ADDRESS = 3
#: All together: past this a robot is at work, and an editor's mailbox is full.
MOST_A_DAY = 200
_HOUR = 3600


def may_submit(request: HttpRequest, email: str) -> bool:
    """Whether one more application is welcome; counts it as one for this network."""
    recent = AllianceApplication.objects.filter(created_at__gt=timezone.now() - timedelta(days=1))
    if recent.filter(email__iexact=email).count() >= MOST_A_DAY_FROM_AN_ADDRESS or recent.count() >= MOST_A_DAY:
        return False
    return _counted_from_network(request) <= MOST_AN_HOUR_FROM_A_NETWORK


def _counted_from_network(request: HttpRequest) -> int:
    """How many came from this network in this hour, with this one. A cache that fails counts nothing."""
    key = f"organisations:applications:{salted_hmac(__name__, _network(request), algorithm='sha256').hexdigest()}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key))
    except Exception:  # whatever the backend raises
        logger.warning("The cache does not count applications", exc_info=True)
        return 1


def _network(request: HttpRequest) -> str:
    from allauth.account.adapter import get_adapter

    return str(get_adapter().get_client_ip(request))
