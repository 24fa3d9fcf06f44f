"""A policy piece: what was decided, by whom, and what it asks of a school."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField, StreamField

from editorial.blocks import BodyBlock
from editorial.models import ContentPage

FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]


class SourceBlock(blocks.StructBlock):
    """Where a decision can be read."""

    title = blocks.CharBlock(label=_("titel"), max_length=250)
    address = blocks.URLBlock(label=_("adres"), required=False)

    class Meta:
        icon = "link"
        label = _("Bron")


class PolicyPage(ContentPage):
    """Policy in plain words."""

    page_description = _("Wat er is besloten, voor wie het geldt en wat het van een school vraagt.")
    content_kind = "policy"

    decided_by = models.CharField(_("wie besloot dit"), max_length=200)
    effective_from = models.DateField(_("geldt vanaf"))
    effective_from_text = models.CharField(
        _("geldt vanaf, in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als de dag niet vaststaat: 2021."),
    )
    for_whom = RichTextField(_("voor wie geldt het"), features=FEATURES)
    asks_of_school = RichTextField(_("wat vraagt het van een school"), features=FEATURES)
    body = StreamField(BodyBlock(), verbose_name=_("toelichting"), blank=True)
    sources = StreamField([("source", SourceBlock())], verbose_name=_("bronnen"), blank=True)

    own_panels = [
        FieldPanel("decided_by", help_text=_("Zoals: het ministerie van OCW, de gemeenteraad van Utrecht.")),
        FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_from_text")]),
        FieldPanel("for_whom"),
        FieldPanel("asks_of_school", help_text=_("Wat moet of kan een school nu doen, en voor wanneer?")),
        FieldPanel("body"),
        FieldPanel("sources"),
    ]

    template = "research/policy_page.html"
    parent_page_types = ["research.PolicyIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("beleidsstuk")
        verbose_name_plural = _("beleidsstukken")
