"""Mailing people the list of their pages that are due to be looked at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from accounts.models import Person, User
from editorial.mail import mail_editor
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
    """Mail everyone the list of their pages that are due; how many mails went out.

    A page's mail goes to the account of its contact person, else to their public address, else to who made the
    page. Example persons get none. A mail that cannot be sent is logged, and the others go out.
    """
    due: dict[str, list[DuePage]] = defaultdict(list)
    pages = list(overdue_pages(today).select_related("owner"))
    contacts = Person.objects.select_related("user").in_bulk([page.contact_id for page in pages if page.contact_id])
    for page in pages:
        address = _address(contacts.get(page.contact_id), page.owner)
        if address:
            path = reverse("wagtailadmin_pages:edit", args=[page.pk])
            due[address].append(DuePage(page.title, page.review_date, f"{settings.WAGTAILADMIN_BASE_URL}{path}"))
    return sum(_send(address, its_pages) for address, its_pages in sorted(due.items()))


def _address(contact: Person | None, owner: User | None) -> str:
    if contact and contact.user and contact.user.is_active:
        return contact.user.email
    if contact and contact.email and not contact.is_example:
        return contact.email
    return owner.email if owner and owner.is_active else ""


def _send(address: str, pages: list[DuePage]) -> bool:
    subject = ngettext_lazy("Eén pagina om na te lezen", "%(number)s pagina's om na te lezen", "number") % {
        "number": len(pages)
    }
    list_url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('editorial_review_report')}"
    return mail_editor(address, subject, "editorial/mail/review_reminder.txt", {"pages": pages, "list_url": list_url})
