"""Mailing people the list of their pages that are due to be looked at, and later the editors what nobody did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import Person, User
from delivery import direct
from delivery.site_address import absolute
from editorial import review_links
from editorial.addresses import site_path
from editorial.groups import CHIEF_EDITOR, EDITOR
from editorial.review import overdue_pages

DAILY_AT = time(7, 30)
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page in a reminder, with an address that whoever gets the mail may open.

    Who has no account confirms at an address of its own, behind the link in the mail.
    """

    title: str
    review_date: date
    url: str
    confirm_url: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who looks after a page. Somebody without an account confirms it by the link in the mail."""

    address: str
    has_account: bool


def send_on_monday() -> int:
    """The job of the schedule, which knows days and not weeks."""
    if timezone.localdate().weekday() != _MONDAY:
        return 0
    return send_review_reminders() + send_to_editors()


def send_review_reminders(today: date | None = None) -> int:
    """Mail everyone the list of their pages that are due, once a day; how many people that are.

    A page's mail goes to the account of its contact person, else to their public address, else to who made the
    page. Example persons get none. The links need no rights in the admin, and without an account none at all.
    """
    due: dict[Recipient, list[DuePage]] = defaultdict(list)
    pages = list(overdue_pages(today).select_related("owner"))
    contacts = Person.objects.select_related("user").in_bulk([page.contact_id for page in pages if page.contact_id])
    for page in pages:
        recipient = _recipient(contacts.get(page.contact_id), page.owner)
        if recipient is not None:
            due[recipient].append(_due_page(page, None if recipient.has_account else contacts[page.contact_id]))
    for recipient, its_pages in sorted(due.items(), key=lambda entry: entry[0].address):
        _remind(recipient, its_pages, today or timezone.localdate())
    return len(due)


def send_to_editors(today: date | None = None) -> int:
    """Mail the editors what is due for so long that its owner will not do it; how many editors that are."""
    today = today or timezone.localdate()
    late = overdue_pages(today - timedelta(days=settings.REVIEW_TO_EDITORS_AFTER_DAYS))
    pages = [DuePage(page.title, page.review_date, _edit_url(page)) for page in late]
    editors = _editors() if pages else []
    for editor in editors:
        context = {
            "pages": pages,
            "days": settings.REVIEW_TO_EDITORS_AFTER_DAYS,
            "list_url": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('editorial_review_report')}",
            "why": _("Je krijgt deze mail omdat je redacteur bent."),
        }
        key = f"editorial:review-late:{today.isoformat()}:{editor.pk}"
        direct.send(editor.email, "editorial/mail/review_late", context, key, language=settings.LANGUAGE_CODE)
    return len(editors)


def _edit_url(page: Page) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"


def _editors() -> list[User]:
    people = User.objects.filter(is_active=True, groups__name__in=[EDITOR, CHIEF_EDITOR])
    return list(people.distinct().order_by("pk"))


def _recipient(contact: Person | None, owner: User | None) -> Recipient | None:
    if contact and contact.user and contact.user.is_active:
        return Recipient(contact.user.email, has_account=True)
    if contact and contact.email and not contact.is_example:
        return Recipient(contact.email, has_account=False)
    return Recipient(owner.email, has_account=True) if owner and owner.is_active else None


def _due_page(page: Page, contact: Person | None) -> DuePage:
    """``contact`` is given when it is somebody without an account."""
    if contact is None:
        return DuePage(page.title, page.review_date, absolute(reverse("reviewing:page", args=[page.pk])))
    url, confirm_url = (
        absolute(site_path(page.url_path)),
        absolute(review_links.path_for(page, contact, page.review_date)),
    )
    return DuePage(page.title, page.review_date, url, confirm_url)


def _remind(recipient: Recipient, pages: Iterable[DuePage], today: date) -> None:
    context = {
        "pages": list(pages),
        "has_account": recipient.has_account,
        "link_days": settings.REVIEW_LINK_DAYS,
        "list_url": f"{settings.SITE_URL}{reverse('reviewing:mine')}",
        "why": _("Je krijgt deze mail omdat je contactpersoon of maker van deze pagina's bent."),
    }
    key = f"editorial:review:{today.isoformat()}:{recipient.address}"
    direct.send(recipient.address, "editorial/mail/review_reminder", context, key, language=settings.LANGUAGE_CODE)
