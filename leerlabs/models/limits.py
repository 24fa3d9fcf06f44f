"""What new members may do, set by the site's administrators."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="group")
class NewMemberLimits(BaseGenericSetting):
    """How much somebody may post who is not known yet. Spam stops here; a teacher with a question does not."""

    days = models.PositiveSmallIntegerField(
        _("nieuw gedurende (dagen)"), default=7, help_text=_("Zo lang na het aanmelden is iemand nieuw.")
    )
    posts = models.PositiveSmallIntegerField(
        _("of tot zoveel berichten"), default=5, help_text=_("Wie zoveel berichten schreef, is niet nieuw meer.")
    )
    links = models.PositiveSmallIntegerField(_("koppelingen per bericht"), default=2)
    images = models.PositiveSmallIntegerField(_("beelden per bericht"), default=3)
    threads_a_day = models.PositiveSmallIntegerField(_("nieuwe gesprekken per dag"), default=3)
    posts_a_day = models.PositiveSmallIntegerField(_("berichten per dag"), default=20)

    panels = [
        MultiFieldPanel([FieldPanel("days"), FieldPanel("posts")], heading=_("Wie is nieuw?")),
        MultiFieldPanel(
            [FieldPanel("links"), FieldPanel("images"), FieldPanel("threads_a_day"), FieldPanel("posts_a_day")],
            heading=_("Wat mag iemand die nieuw is hoogstens?"),
        ),
    ]

    class Meta:
        verbose_name = _("grenzen voor nieuwe leden")
