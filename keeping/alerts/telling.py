"""Telling what was found: a source of the digest, and the list for a feed and one's own page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.models import User
from delivery.digest import DigestItem, register_source
from delivery.digest.sources import PERSONAL
from editorial.addresses import site_path
from editorial.publicity import is_public, public
from keeping.alerts.following import KEY, digests_with_the_page
from keeping.models import AlertedPage

#: Offered at a time; a digest has room for five things, and what found no place comes with the next one.
MOST = 10
#: What found no place for so long is no news any more.
WAITS_FOR = timedelta(days=60)
#: A digest that waits for the mail server is looked at again before it is sent, for so many days.
MAIL_WAITS_FOR = timedelta(days=6)
#: Asked for by this person: after what concerns them by name, before what may interest them.
WEIGHT = 1.5 * PERSONAL
IN_FEED = 40


def connect() -> None:
    """Make the source known; called once, when the app is ready."""
    register_source("alerts", for_digest, offers_for=WAITS_FOR)


def for_digest(user: Any, since: datetime) -> Iterator[DigestItem]:
    """What this person follows and was not told of yet, the newest first; and what a digest on its way tells.

    One query. ``since`` does not matter: what found no place last time comes now.
    """
    if not isinstance(user, User):
        return
    now = timezone.now()
    told = digests_with_the_page()
    rows = (
        AlertedPage.objects.filter(user=user, alert__in_digest=True, found_at__gte=now - WAITS_FOR)
        .annotate(was_told=Exists(told), was_told_lately=Exists(told.filter(created_at__gte=now - MAIL_WAITS_FOR)))
        .filter(Q(was_told=False) | Q(was_told_lately=True))
        .select_related("page", "alert")
        .order_by("was_told", "-found_at", "-pk")
    )
    for row in rows[:MOST]:
        if row.alert is not None and is_public(row.page):
            yield DigestItem(
                key=f"{KEY}{row.page_id}",
                title=row.page.title,
                url=site_path(row.page.url_path),
                why=_("Je volgt “%(name)s”") % {"name": row.alert.name},
                weight=WEIGHT,
            )


def found_for(user: User, most: int = IN_FEED) -> list[AlertedPage]:
    """The latest that this person's alerts found, as far as it is public now; one query."""
    rows = AlertedPage.objects.filter(user=user, alert__isnull=False, page__in=public(Page.objects.all()))
    return list(rows.select_related("page", "alert").order_by("-found_at", "-pk")[:most])
