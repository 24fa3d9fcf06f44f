"""A mail on its way out, and how far it is."""

from __future__ import annotations

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delivery.models.digest import DigestIssue
from delivery.models.event import Event


class MailState(models.TextChoices):
    """How far a mail is.

    waiting → claimed → handing over → sent. Until "handing over" nothing can have arrived, so a mail whose worker
    died is given to another. From then on only the mail server knows: it becomes "uncertain" and is never sent
    again by itself.
    """

    WAITING = "waiting", _("wacht")
    CLAIMED = "claimed", _("in behandeling")
    HANDING_OVER = "handing_over", _("wordt overgedragen")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("mislukt")
    DROPPED = "dropped", _("niet meer nodig")
    UNCERTAIN = "uncertain", _("onzeker")


class MailKind(models.IntegerChoices):
    """What a mail is; the lower the number, the sooner it goes."""

    DIRECT = 0, _("rechtstreeks")
    NOTIFICATION = 1, _("melding")
    DIGEST = 2, _("overzicht")


def new_message_id() -> str:
    """A Message-ID for the life of a mail, however often it is tried: a mailbox can tell that it has it."""
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname}>"


class OutgoingMail(models.Model):
    """One mail to one person. What is in a notification or digest is made when it is sent."""

    #: The same for the same mail: there is one for an event and a person.
    key = models.CharField(max_length=250, unique=True)
    kind = models.PositiveSmallIntegerField(_("soort"), choices=MailKind.choices)
    state = models.CharField(_("staat"), max_length=12, choices=MailState.choices, default=MailState.WAITING)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(Event, null=True, on_delete=models.CASCADE, related_name="mails")
    digest = models.ForeignKey(DigestIssue, null=True, on_delete=models.CASCADE, related_name="mails")
    why = models.CharField(max_length=200, blank=True)
    #: Of a direct mail only; text and html are wiped once it is settled, for they may hold a code.
    address = models.EmailField(_("adres"), blank=True)
    subject = models.CharField(_("onderwerp"), max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True, default=new_message_id)
    attempts = models.PositiveIntegerField(_("pogingen"), default=0)
    not_before = models.DateTimeField(_("niet voor"), default=timezone.now)
    #: After this moment it is of no use any more.
    useful_until = models.DateTimeField(null=True)
    #: Of the worker that has it in hand: its name in :mod:`tasks.heartbeat`.
    worker_id = models.CharField(max_length=64, blank=True)
    note = models.CharField(_("opmerking"), max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("uitgaande mail")
        verbose_name_plural = _("uitgaande mail")
        indexes = [
            models.Index(
                fields=["kind", "not_before"], condition=models.Q(state="waiting"), name="delivery_mail_waiting"
            ),
            models.Index(fields=["state", "settled_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.state})"
