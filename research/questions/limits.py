"""How often a question may be asked, or followed by mail: enough for people, too little for a robot.

Counted by network address in an hour, and by account and mail address in the database. There is no trap to fall into:
whoever reads with a screen reader sees the form as it is.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from accounts.hourly_counts import counted, network_of
from accounts.models import User
from research.questions.models import Follower

MOST_AN_HOUR_FROM_A_NETWORK = 15
MOST_A_DAY_BY_ONE = 5
#: All together without an account: past this a robot is at work.
MOST_A_DAY = 200


def may_ask(request: HttpRequest, user: User | None, email: str) -> bool:
    """Whether one more question, or one more to follow, is welcome; counts it as one for this network."""
    recent = Follower.objects.filter(created_at__gt=timezone.now() - timedelta(days=1))
    if user is not None:
        return recent.filter(user=user, is_asker=True).count() < MOST_A_DAY_BY_ONE
    without_account = recent.filter(user=None)
    of_address = without_account.filter(Q(email__iexact=email)).count()
    if of_address >= MOST_A_DAY_BY_ONE or without_account.count() >= MOST_A_DAY:
        return False
    return counted("questions:asked", network_of(request)) <= MOST_AN_HOUR_FROM_A_NETWORK
