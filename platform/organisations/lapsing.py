"""Memberships that a mail address confirmed, and no address confirms any more.

Somebody who leaves a school loses the address of the school, and verifies another one for the account. Their
membership then ends after some days, unless they show again that they work there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from organisations import letters
from organisations.mail_domains import is_confirmed_by_mail
from organisations.models import (
    ConfirmedBy,
    MembershipRole,
    Organisation,
    OrganisationMailDomain,
    OrganisationMembership,
)

#: Local time of the nightly job.
DAILY_AT = time(4, 40)


def let_lapse(today: date | None = None) -> int:
    """Give the memberships that nothing confirms any more an end, and tell whose they are; how many.

    An organisation without mail domains is left alone, and so are its administrators: a person made them that.
    """
    ends_on = (today or timezone.localdate()) + timedelta(days=settings.ORGANISATION_MEMBERSHIP_GRACE_DAYS)
    return sum(_give_an_end(membership, ends_on) for membership in list(_unconfirmed()))


def _unconfirmed() -> Iterator[OrganisationMembership]:
    domains = OrganisationMailDomain.objects.filter(organisation_id=OuterRef("organisation_id"))
    by_mail = OrganisationMembership.objects.current().filter(
        Exists(domains), confirmed_by=ConfirmedBy.DOMAIN, role=MembershipRole.MEMBER, ends_on=None
    )
    rows = by_mail.select_related("user", "organisation").order_by("pk")
    for membership in rows.iterator(chunk_size=500):
        if not is_confirmed_by_mail(membership.user, membership.organisation):
            yield membership


@transaction.atomic
def _give_an_end(membership: OrganisationMembership, ends_on: date) -> bool:
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    running = OrganisationMembership.objects.filter(pk=membership.pk, ends_on=None)
    confirmed = is_confirmed_by_mail(membership.user, membership.organisation)
    if confirmed or not running.update(ends_on=ends_on):
        return False
    membership.ends_on = ends_on
    letters.send_membership_lapses(membership)
    return True
