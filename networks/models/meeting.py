"""A meeting: when, where, for whom, with which programme."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from editorial.models import ContentPage

FEATURES = ["bold", "italic", "ol", "ul", "link"]


class ProgrammeItemBlock(blocks.StructBlock):
    """One point of the programme."""

    time = blocks.TimeBlock(label=_("tijd"))
    title = blocks.CharBlock(label=_("onderdeel"), max_length=200)
    text = blocks.TextBlock(label=_("toelichting"), required=False, max_length=600)

    class Meta:
        icon = "time"
        label = _("Onderdeel")


class MeetingPage(ContentPage):
    """One meeting in the agenda. Times are those of the clock in the Netherlands."""

    page_description = _("Een bijeenkomst in de agenda, met tijd, plaats en programma.")
    content_kind = "meeting"

    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"), null=True, blank=True, help_text=_("Leeg als het einde openstaat."))
    moved_from = models.DateField(_("stond eerst op"), null=True, blank=True)
    moved_reason = models.CharField(_("waarom verplaatst"), max_length=250, blank=True)
    is_online = models.BooleanField(_("online"), default=False)
    place = models.CharField(_("plaats"), max_length=200, blank=True)
    audience_text = models.CharField(_("voor wie, in woorden"), max_length=300, blank=True)
    body = RichTextField(_("waar gaat het over"), features=FEATURES)
    programme = StreamField([("item", ProgrammeItemBlock())], verbose_name=_("programma"), blank=True)
    cost = models.CharField(_("kosten"), max_length=100, blank=True)
    registration_text = models.CharField(_("over aanmelden"), max_length=400, blank=True)
    registration_url = models.URLField(_("adres om aan te melden"), blank=True)

    own_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldRowPanel(
                    [
                        FieldPanel(
                            "moved_from", help_text=_("Alleen als de dag is veranderd. Lezers zien dan allebei.")
                        ),
                        FieldPanel("moved_reason"),
                    ]
                ),
                FieldRowPanel(
                    [
                        FieldPanel("is_online"),
                        FieldPanel("place", help_text=_("Zaal en plaats, of bij online: hoe men erbij komt.")),
                    ]
                ),
            ],
            heading=_("Waar en wanneer"),
        ),
        FieldPanel("audience_text", help_text=_("Voor wie is dit bedoeld?")),
        FieldPanel("body"),
        FieldPanel("programme"),
        MultiFieldPanel(
            [
                FieldPanel("cost"),
                FieldPanel("registration_text"),
                FieldPanel("registration_url", help_text=_("Laat leeg als aanmelden niet hoeft.")),
            ],
            heading=_("Aanmelden"),
        ),
    ]

    template = "networks/meeting_page.html"
    parent_page_types = ["networks.AgendaPage"]
    subpage_types: list[str] = []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``has_passed``."""
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "has_passed": (self.ends_at or self.starts_at) < timezone.now(),
        }

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")

    def clean(self) -> None:
        """A meeting ends after it begins, and is somewhere."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Het einde ligt voor het begin.")})
        if not self.is_online and not self.place:
            raise ValidationError({"place": _("Geef een plaats, of kies online.")})
