"""How often somebody did something in this hour, so that a robot fills nobody's day.

Counted in the cache: of who it was only a hash is kept there, and for an hour. With a cache that fails nothing is
counted, and everybody may go on.
"""

from __future__ import annotations

import logging

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

_HOUR = 3600


def counted(what: str, who: object) -> int:
    """How often ``who`` did ``what`` in this hour, this time included."""
    key = f"{what}:{salted_hmac(__name__, f'{what}:{who}', algorithm='sha256').hexdigest()}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key))
    except Exception:  # whatever the backend raises
        logger.warning("The cache does not count %s", what, exc_info=True)
        return 1


def network_of(request: HttpRequest) -> str:
    """The address of the network that a request comes from."""
    from allauth.account.adapter import get_adapter

    return str(get_adapter().get_client_ip(request))
