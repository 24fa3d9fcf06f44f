"""Step plans: a way of working in steps, each with its result, questions and worksheet."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from editorial.models import ContentPage

FEATURES = ["bold", "italic", "ol", "ul", "link"]


class PlanStepBlock(blocks.StructBlock):
    """One step of a plan."""

    title = blocks.CharBlock(label=_("stap"), max_length=150)
    result = blocks.TextBlock(label=_("resultaat"), max_length=400)
    content = blocks.RichTextBlock(label=_("inhoud"), features=FEATURES)
    questions = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("vragen"))
    worksheet = blocks.RichTextBlock(label=_("werkblad"), features=FEATURES, required=False)

    class Meta:
        icon = "tasks"
        label = _("Stap")
        description = _("Een stap met resultaat, inhoud, vragen en werkblad.")
        template = "practices/blocks/plan_step.html"


class StepPlanPage(ContentPage):
    """A plan that several parties go through together."""

    page_description = _("Een plan dat je samen doorloopt, met bij elke stap resultaat, vragen en een werkblad.")
    content_kind = "step_plan"

    intro = RichTextField(_("inleiding"), features=FEATURES)
    steps = StreamField([("step", PlanStepBlock())], verbose_name=_("stappen"), min_num=2)
    source = models.CharField(_("bron"), max_length=300, blank=True)

    own_panels = [
        FieldPanel("intro"),
        FieldPanel("steps", help_text=_("Bij elke stap: wat het oplevert, wat je doet, welke vragen je bespreekt.")),
        FieldPanel("source", help_text=_("Van wie komt dit plan?")),
    ]
    template = "practices/step_plan_page.html"
    parent_page_types = ["practices.StepPlanIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("stappenplan")
        verbose_name_plural = _("stappenplannen")
