"""How many verantwoordingen a network may begin without an account, so that a robot fills no database."""

from __future__ import annotations

import logging

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

#: A whole school may sit behind one address.
MOST_AN_HOUR_FROM_A_NETWORK = 60
_HOUR = 3600


def may_begin(request: HttpRequest) -> bool:
    """Whether one more is welcome; counts it. Of the address only a hash is kept, for an hour."""
    from allauth.account.adapter import get_adapter

    network = str(get_adapter().get_client_ip(request))
    key = f"justifying:begun:{salted_hmac(__name__, network, algorithm='sha256').hexdigest()}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key)) <= MOST_AN_HOUR_FROM_A_NETWORK
    except Exception:  # whatever the backend raises; a cache that fails counts nothing
        logger.warning("The cache does not count verantwoordingen", exc_info=True)
        return True
