"""What a person can choose about hearing of things."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How much somebody hears of one thing, such as a thread."""

    ALL = "all", _("Alles")
    CONCERNED = "concerned", _("Als het mij aangaat")
    NONE = "none", _("Niets")


class MailMoment(models.TextChoices):
    """When a notification is mailed. On the site it is there in any case."""

    IMMEDIATELY = "immediately", _("Meteen")
    DIGEST = "digest", _("In het overzicht")
    NEVER = "never", _("Niet, alleen op de site")


class DigestRhythm(models.TextChoices):
    """How often somebody gets the digest."""

    DAILY = "daily", _("Elke ochtend")
    WEEKLY = "weekly", _("Elke maandagochtend")
    NONE = "none", _("Geen overzicht")


class MailLanguage(models.TextChoices):
    """The language of the mail around what members wrote."""

    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "English"
