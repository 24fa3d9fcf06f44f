"""Who may see a part of a profile."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Chosen by the person, for each part."""

    EVERYONE = "everyone", _("iedereen")
    MEMBERS = "members", _("alleen leden")
    NOBODY = "nobody", _("niemand")
