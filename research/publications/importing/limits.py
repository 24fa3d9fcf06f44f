"""How often one member may have a DOI looked up: each is a question to somebody else's server."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.cache import cache

from accounts.models import User

logger = logging.getLogger(__name__)

_HOUR = 3600


def may_look_up(user: User) -> bool:
    """Whether this member may look up another DOI within this hour; counts this one. Without a cache: yes."""
    key = f"doi-lookups:{user.pk}"
    try:
        cache.add(key, 0, _HOUR)
        return int(cache.incr(key)) <= settings.DOI_LOOKUPS_AN_HOUR
    except Exception:  # whatever the backend raises
        logger.warning("The cache does not count lookups", exc_info=True)
        return True
