"""What new members may post, asked before a post is written. The numbers are the administrators'."""

from __future__ import annotations

import re
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from leerlabs.models import LeerlabPage, NewMemberLimits, Post, Thread
from leerlabs.policy import may

_LINK = re.compile(r"""<a\s[^>]*href=["']([^"']+)""", re.IGNORECASE)
_DAY = timedelta(days=1)


def check(
    user: User, leerlab: LeerlabPage, *, body: str = "", images: int = 0, starts_thread: bool = False
) -> list[str]:
    """Why ``user`` may not post this, in words for the reader; nothing when it is fine.

    ``body`` is the safe HTML of the post, ``images`` the number that goes with it. Links within the site do not
    count. Whoever moderates is never new. Three queries at most.
    """
    limits = NewMemberLimits.load()
    if not is_new(user, limits) or may(user, "leerlab.moderate", leerlab):
        return []
    problems = []
    if links_elsewhere(body) > limits.links:
        problems.append(
            ngettext(
                "Wie nieuw is, zet hoogstens %(count)d koppeling naar een andere site in een bericht.",
                "Wie nieuw is, zet hoogstens %(count)d koppelingen naar andere sites in een bericht.",
                limits.links,
            )
            % {"count": limits.links}
        )
    if images > limits.images:
        problems.append(
            ngettext(
                "Wie nieuw is, zet hoogstens %(count)d beeld in een bericht.",
                "Wie nieuw is, zet hoogstens %(count)d beelden in een bericht.",
                limits.images,
            )
            % {"count": limits.images}
        )
    return [*problems, *_too_many_today(user, limits, starts_thread)]


def is_new(user: User, limits: NewMemberLimits) -> bool:
    """Whether somebody is not known yet: a short time here, and few posts that were left standing."""
    if user.date_joined < timezone.now() - timedelta(days=limits.days):
        return False
    standing = Post.objects.filter(author=user, hidden_at=None, deleted_at=None)[: limits.posts]
    return len(standing.values_list("pk")) < limits.posts


def links_elsewhere(body: str) -> int:
    """How many links of this HTML lead to other sites."""
    own = ("/", "#", settings.SITE_URL + "/")
    return sum(1 for address in _LINK.findall(body) if address.startswith("//") or not address.startswith(own))


def _too_many_today(user: User, limits: NewMemberLimits, starts_thread: bool) -> list[str]:
    since = timezone.now() - _DAY
    if Post.objects.filter(author=user, created_at__gt=since).count() >= limits.posts_a_day:
        return [_("Je hebt vandaag al veel geschreven. Wie nieuw is, mag morgen verder.")]
    if starts_thread and Thread.objects.filter(author=user, created_at__gt=since).count() >= limits.threads_a_day:
        return [
            ngettext(
                "Wie nieuw is, begint hoogstens %(count)d gesprek per dag. Reageren kan wel.",
                "Wie nieuw is, begint hoogstens %(count)d gesprekken per dag. Reageren kan wel.",
                limits.threads_a_day,
            )
            % {"count": limits.threads_a_day}
        ]
    return []
