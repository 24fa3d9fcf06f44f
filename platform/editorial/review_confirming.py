"""Saying of a page that it is still right: a new day to look at it, and who said so when.

The page's own history in the admin keeps it, so that it stays with the page and goes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_date
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from accounts.models import Person, User
from caching.generation import renew_on_commit
from editorial.models import ContentPage
from editorial.review import CONFIRMED, overdue_pages, pages_of


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody said that the page was still right: a member, or a contact person without an account.

    Both are None once who it was is gone.
    """

    at: datetime
    by: User | None
    contact: Person | None = None


def may_confirm(user: User, page: ContentPage) -> bool:
    """Who made the page, who is its contact, and who may change it."""
    if page.owner_id == user.pk or (page.contact is not None and page.contact.user_id == user.pk):
        return True
    return bool(page.permissions_for_user(user).can_edit())


def due_for(user: User) -> list[Page]:
    """The pages that this person is to look at, the longest overdue first."""
    return list(pages_of(overdue_pages(), user))


@transaction.atomic
def confirm(page: ContentPage, by: User | Person) -> date:
    """The page is still right: the day of the next look, which is returned, counts from today.

    The text is not touched: an editor's draft stays a draft and gets the new day too, unless it chose one itself.
    A second confirmation on one day changes nothing. That ``by`` may do this is for the caller to see to.
    """
    Page.objects.select_for_update().get(pk=page.pk)
    model = type(page)
    before: date | None = model._default_manager.values_list("review_date", flat=True).get(pk=page.pk)
    after = timezone.localdate() + timedelta(days=settings.REVIEW_EVERY_DAYS)
    if before == after:
        return after
    model._default_manager.filter(pk=page.pk).update(review_date=after)
    _carry_into_revisions(page, before, after)
    log(
        instance=page,
        action=CONFIRMED,
        user=by if isinstance(by, User) else None,
        data={"before": before.isoformat() if before else None, "after": after.isoformat()}
        | ({"contact": by.pk} if isinstance(by, Person) else {}),
    )
    renew_on_commit()
    return after


def _carry_into_revisions(page: ContentPage, before: date | None, after: date) -> None:
    """What may still be published must not bring the old day back."""
    pending = Q(pk__in=[page.live_revision_id, page.latest_revision_id]) | Q(approved_go_live_at__isnull=False)
    for revision in Revision.page_revisions.filter(pending, object_id=str(page.pk)):
        kept = revision.content.get("review_date")
        if (parse_date(kept) if kept else None) == before:
            revision.content["review_date"] = after.isoformat()
            revision.save(update_fields=["content"])


def confirmations_of(page: Page) -> list[Confirmation]:
    """Who said so when, the latest first; one query, and one for contacts without an account."""
    found = PageLogEntry.objects.filter(page_id=page.pk, action=CONFIRMED).select_related("user__profile")
    rows = list(found.order_by("-timestamp"))
    keys = {row.data["contact"] for row in rows if row.data.get("contact")}
    contacts = Person.objects.in_bulk(keys) if keys else {}
    return [Confirmation(row.timestamp, row.user, contacts.get(row.data.get("contact"))) for row in rows]
