"""How often a question may be asked, or followed by mail: enough for people, too little for a robot.

Counted by network address in the cache, of which only a hash is kept there and for an hour, and by account and mail
address in the database. There is no trap to fall into: whoever reads with a screen reader sees the form as it is.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models import User
from research.questions.models import Follower

logger = logging.getLogger(__name__)

MOST_AN_HOUR_FROM_A_NETWORK = 15
MOST_A_DAY_BY_ONE = 5
#: All together without an account: past this a robot is at work.
MOST_A_DAY = 200
_HOUR = 3600


def may_ask(request: HttpRequest, user: User | None, email: str) -> bool:
    """Whether one more question, or one more to follow, is welcome; counts it as one for this network."""
    recent = Follower.objects.filter(created_at__gt=timezone.now() - timedelta(days=1))
    if user is not None:
        return recent.filter(user=user, is_asker=True).count() < MOST_A_DAY_BY_ONE
    without_account = recent.filter(user=None)
    of_address = without_account.filter(Q(email__iexact=email)).count()
    if of_address >= MOST_A_DAY_BY_ONE or without_account.count() >= MOST_A_DAY:
        return False
    return _counted_from_network(request) <= MOST_AN_HOUR_FROM_A_NETWORK


def _counted_from_network(request: HttpRequest) -> int:
    """How many came from this network in this hour, with this one. A cache that fails counts nothing."""
    from allauth.account.adapter import get_adapter

    network = str(get_adapter().get_client_ip(request))
    key = f"questions:asked:{salted_hmac(__name__, network, algorithm='sha256').hexdigest()}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key))
    except Exception:  # whatever the backend raises
        logger.warning("The cache does not count questions", exc_info=True)
        return 1
