"""A project line: a question that scientists and schools of the network work on together."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from editorial.blocks import BodyBlock
from editorial.models import ContentPage
from research.projects.models.roles import LineStatus

FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]


class ProjectLinePage(ContentPage):
    """One line: its questions, who takes part, and what is known so far."""

    page_description = _("Een vraag waar onderzoekers en scholen van ONA samen aan werken.")
    content_kind = "project"

    question = models.CharField(
        _("hoofdvraag"), max_length=250, help_text=_("De vraag van de scholen, in één zin die een leraar begrijpt.")
    )
    sub_questions = StreamField(
        [("question", blocks.CharBlock(label=_("deelvraag"), max_length=250))],
        verbose_name=_("deelvragen"),
        blank=True,
        max_num=8,
    )
    why = RichTextField(_("waarom deze lijn"), features=FEATURES)
    approach = RichTextField(_("zo pakken we het aan"), features=FEATURES, blank=True)
    so_far = RichTextField(_("wat we tot nu toe zien"), features=FEATURES, blank=True)
    take_part = RichTextField(_("meedoen"), features=FEATURES, blank=True)
    starts_on = models.DateField(_("begint op"))
    ends_on = models.DateField(_("eindigt op"), null=True, blank=True, help_text=_("Leeg als het einde openstaat."))
    status = models.CharField(_("stand"), max_length=20, choices=LineStatus.choices, default=LineStatus.RUNNING)
    status_note = models.CharField(
        _("toelichting op de stand"), max_length=200, blank=True, help_text=_("Zoals: de nameting is in juni.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("meer"), blank=True)

    own_panels = [
        FieldPanel("question"),
        FieldPanel("sub_questions"),
        FieldPanel("why", help_text=_("Wat merken scholen, en wat weten we nog niet?")),
        FieldPanel("approach", help_text=_("Wat gebeurt er op de scholen, en wat meten we?")),
        FieldPanel(
            "so_far", help_text=_("De inzichten van deze lijn staan er vanzelf bij; schrijf hier wat ze samen zeggen.")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldRowPanel([FieldPanel("status"), FieldPanel("status_note")]),
            ],
            heading=_("Periode en stand"),
        ),
        InlinePanel(
            "organisations",
            label=_("organisatie"),
            heading=_("Partners en scholen"),
            help_text=_("Een partner heeft een rol; een school die meedoet is een deelnemende school."),
        ),
        InlinePanel("researchers", label=_("onderzoeker"), heading=_("Onderzoekers")),
        FieldPanel("take_part", help_text=_("Hoe kan een school of leraar meedoen, en wat vraagt dat?")),
        FieldPanel("body"),
    ]

    template = "research/projects/line_page.html"
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("projectlijn")
        verbose_name_plural = _("projectlijnen")

    def clean(self) -> None:
        """A line ends after it begins. Raises ValidationError."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Het einde ligt voor het begin.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what the line consists of; see :func:`research.projects.line_overview.line_context`."""
        from research.projects.line_overview import line_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **line_context(self, context["relations"])}
