"""Mailing people the list of their pages that are due to be looked at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Person, User
from delivery import direct
from editorial.review import overdue_pages

DAILY_AT = time(7, 30)
_MONDAY = 0


@dataclass(frozen=True, slots=True)
class DuePage:
    """A page in a reminder, with the address of its form."""

    title: str
    review_date: date
    url: str


def send_on_monday() -> int:
    """The job of the schedule, which knows days and not weeks."""
    return send_review_reminders() if timezone.localdate().weekday() == _MONDAY else 0


def send_review_reminders(today: date | None = None) -> int:
    """Mail everyone the list of their pages that are due, once a day; how many people that are.

    A page's mail goes to the account of its contact person, else to their public address, else to who made the
    page. Example persons get none.
    """
    due: dict[str, list[DuePage]] = defaultdict(list)
    pages = list(overdue_pages(today).select_related("owner"))
    contacts = Person.objects.select_related("user").in_bulk([page.contact_id for page in pages if page.contact_id])
    for page in pages:
        address = _address(contacts.get(page.contact_id), page.owner)
        if address:
            path = reverse("wagtailadmin_pages:edit", args=[page.pk])
            due[address].append(DuePage(page.title, page.review_date, f"{settings.WAGTAILADMIN_BASE_URL}{path}"))
    for address, its_pages in sorted(due.items()):
        _send(address, its_pages, today or timezone.localdate())
    return len(due)


def _address(contact: Person | None, owner: User | None) -> str:
    if contact and contact.user and contact.user.is_active:
        return contact.user.email
    if contact and contact.email and not contact.is_example:
        return contact.email
    return owner.email if owner and owner.is_active else ""


def _send(address: str, pages: list[DuePage], today: date) -> None:
    context = {
        "pages": pages,
        "list_url": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('editorial_review_report')}",
        "why": _("Je krijgt deze mail omdat je contactpersoon of maker van deze pagina's bent."),
    }
    key = f"editorial:review:{today.isoformat()}:{address}"
    direct.send(address, "editorial/mail/review_reminder", context, key, language=settings.LANGUAGE_CODE)
