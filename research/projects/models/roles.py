"""What organisations and people do in a project line, and how far the line is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartnerRole(models.TextChoices):
    """As what an organisation takes part. Participating schools are shown apart from partners."""

    UNIVERSITY = "university", _("universiteit")
    MUNICIPALITY = "municipality", _("gemeente")
    BOARDS = "boards", _("schoolbesturen")
    OTHER = "other", _("andere partner")
    SCHOOL = "school", _("deelnemende school")


class ResearchRole(models.TextChoices):
    """What a person does in a project line."""

    LEADER = "leader", _("projectleider")
    RESEARCHER = "researcher", _("onderzoeker")
    DOCTORAL = "doctoral", _("promovendus")
    TEACHER = "teacher", _("leraar-onderzoeker")
    ADVISER = "adviser", _("adviseur")


class LineStatus(models.TextChoices):
    """How far a project line is."""

    PREPARING = "preparing", _("in voorbereiding")
    RUNNING = "running", _("loopt")
    FINISHED = "finished", _("afgerond")
    STOPPED = "stopped", _("gestopt")
