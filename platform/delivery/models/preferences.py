"""What somebody chose about mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from delivery.models.choices import DigestRhythm, MailLanguage, MailMoment


class Preferences(models.Model):
    """One row a person who chose; the others have the defaults of the fields."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preferences")
    notifications_by_mail = models.CharField(
        _("Meldingen per mail"), max_length=12, choices=MailMoment.choices, default=MailMoment.IMMEDIATELY
    )
    digest = models.CharField(
        _("Overzicht van wat er speelt"), max_length=10, choices=DigestRhythm.choices, default=DigestRhythm.WEEKLY
    )
    language = models.CharField(
        _("Taal van de mail"), max_length=2, choices=MailLanguage.choices, default=MailLanguage.DUTCH
    )

    class Meta:
        verbose_name = _("mailvoorkeuren")
        verbose_name_plural = _("mailvoorkeuren")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.notifications_by_mail}, {self.digest}"
