"""How often one member may have a DOI looked up: each is a question to somebody else's server."""

from __future__ import annotations

from django.conf import settings

from accounts.hourly_counts import counted
from accounts.models import User


def may_look_up(user: User) -> bool:
    """Whether this member may look up another DOI within this hour; counts this one. Without a cache: yes."""
    return counted("doi-lookups", user.pk) <= settings.DOI_LOOKUPS_AN_HOUR
