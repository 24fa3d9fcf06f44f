"""Our rules of retention; each gets the moment before which things are too old and says how many went."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts import own_data
from accounts.models import ClaimState, PersonClaim, Profile, Session, Suspension, User
from delivery import direct

#: So many accounts go in one night; erasing is thorough, and the next night comes.
MOST_A_NIGHT = 500


def erase_unverified(before: datetime) -> int:
    """Accounts whose address nobody ever confirmed. Those that an administrator made wait for their owner."""
    never_confirmed = User.objects.filter(
        emailaddress__verified=False, last_login__isnull=True, date_joined__lt=before
    ).exclude(emailaddress__verified=True)
    return _erase(_of_members(never_confirmed))


def warn_and_erase_inactive(before: datetime) -> int:
    """Warn whoever has not been here since, and erase whoever was warned long enough ago and did not come."""
    never_came = Q(last_login__isnull=True)
    quiet = _of_members(User.objects.filter(Q(last_login__lt=before) | (never_came & Q(date_joined__lt=before))))
    warned_since = never_came | Q(profile__warned_at__gt=F("last_login"))
    patience_ended = timezone.now() - timedelta(days=settings.WARN_INACTIVE_ACCOUNTS_DAYS)
    gone = _erase(quiet.filter(warned_since, profile__warned_at__lt=patience_ended))
    not_warned = Q(profile__warned_at__isnull=True) | Q(profile__warned_at__lte=F("last_login"))
    for user in quiet.filter(not_warned).order_by("pk")[:MOST_A_NIGHT]:
        _warn(user)
    return gone


def forget_ended_sessions(before: datetime) -> int:
    """Rows of sessions that ended."""
    return Session.objects.filter(expire_date__lt=before).delete()[0]


def forget_decided_claims(before: datetime) -> int:
    """Claims that an editor decided."""
    return PersonClaim.objects.exclude(state=ClaimState.OPEN).filter(decided_at__lt=before).delete()[0]


def forget_ended_suspensions(before: datetime) -> int:
    """Suspensions that ended."""
    return Suspension.objects.filter(until__lt=before).delete()[0]


def _of_members(users: QuerySet[User]) -> QuerySet[User]:
    """Without whoever manages the site: their accounts end by hand."""
    return users.filter(is_superuser=False, is_staff=False, groups__isnull=True).distinct()


def _erase(users: QuerySet[User]) -> int:
    leaving = list(users.order_by("pk")[:MOST_A_NIGHT])
    for user in leaving:
        own_data.leave(user)
    return len(leaving)


def _warn(user: User) -> None:
    now = timezone.now()
    direct.send(
        user.email,
        "accounts/mail/inactive",
        {"days": settings.WARN_INACTIVE_ACCOUNTS_DAYS},
        key=f"inactive:{user.pk}:{now:%Y-%m-%d}",
        language=settings.LANGUAGE_CODE,
    )
    Profile.objects.filter(user=user).update(warned_at=now)
