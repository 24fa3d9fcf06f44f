"""The link by which a contact person without an account says that a page is still right.

Signed and not kept: it names the page, the person, their address and the day on which the page was due. So it ends by
itself: after a while, once somebody has looked at the page, and when another person becomes the contact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import Person
from editorial.models import ContentPage

_SALT = "editorial.review_link"


class Unusable(models.TextChoices):
    """Why a link does nothing (any more)."""

    UNKNOWN = "unknown", _("Deze link klopt niet. Misschien is hij niet heel overgekomen uit de mail.")
    EXPIRED = (
        "expired",
        _("Deze link is verlopen. Is de pagina nog niet nagelezen, dan krijg je elke week een nieuwe."),
    )
    GONE = "gone", _("Deze pagina staat niet meer op de site. Je hoeft niets te doen.")
    OTHER_CONTACT = "other_contact", _("Jij bent geen contactpersoon meer van deze pagina. Je hoeft niets te doen.")
    DONE = "done", _("Deze pagina is intussen al nagekeken. Je hoeft niets meer te doen.")


class UnusableLinkError(Exception):
    """Nothing may be done with the link; ``why`` says what to tell whoever has it, ``page`` is there where it is."""

    def __init__(self, why: Unusable, page: ContentPage | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.page = page


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks of whom."""

    page: ContentPage
    contact: Person


def path_for(page: Page, contact: Person, due: date) -> str:
    """The address of the link without the site, for a page that is due since ``due``."""
    token = signing.dumps([page.pk, contact.pk, due.isoformat(), _mark_of(contact)], salt=_SALT, compress=True)
    return reverse("reviewing:by_link", args=[token])


def read(token: str) -> Asked:
    """What the link asks. Raises :class:`UnusableLinkError`."""
    longest = timedelta(days=settings.REVIEW_LINK_DAYS)
    try:
        page_id, contact_id, day, mark = signing.loads(token, salt=_SALT, max_age=longest)
    except signing.SignatureExpired as problem:
        raise UnusableLinkError(Unusable.EXPIRED) from problem
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise UnusableLinkError(Unusable.UNKNOWN) from problem
    page = _public_page(page_id)
    contact = page.contact
    if contact is None or contact.pk != contact_id or _mark_of(contact) != mark:
        raise UnusableLinkError(Unusable.OTHER_CONTACT, page)
    if page.review_date is None or page.review_date.isoformat() != day:
        raise UnusableLinkError(Unusable.DONE, page)
    return Asked(page, contact)


def _public_page(page_id: int) -> ContentPage:
    found = Page.objects.filter(pk=page_id, live=True).first()
    page = found.specific if found else None
    if not isinstance(page, ContentPage):
        raise UnusableLinkError(Unusable.GONE)
    return page


def _mark_of(contact: Person) -> str:
    """Changes with the address, so that who has the old mailbox now can do nothing with its mails."""
    return salted_hmac(_SALT, contact.email.lower()).hexdigest()[:16]
