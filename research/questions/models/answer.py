"""The answer to a kennisvraag, as a page: short answer first."""

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

from editorial.blocks import BodyBlock
from editorial.evidence import Certainty
from editorial.models import ContentPage, RelationKind
from search.listing import ListingPage

FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]
#: First parts of this room's own addresses below the listing.
RESERVED_SLUGS = frozenset({"stellen", "werk", "vraag", "link", "lijkt-op", "lopend"})


class ReferenceBlock(blocks.StructBlock):
    """A source that the answer stands on."""

    reference = blocks.CharBlock(label=_("verwijzing"), max_length=400)
    address = blocks.URLBlock(label=_("adres"), required=False, help_text=_("Met een DOI: https://doi.org/10.1000/abc"))

    class Meta:
        icon = "openquote"
        label = _("Bron")
        preview_value = {"reference": "Voorbeeld, A. (2020). Een studie. Tijdschrift 1(1), 1–10.", "address": ""}


class AnswerIndexPage(ListingPage):
    """All answers: ``/kennisvragen/``."""

    page_description = _("Het overzicht van alle beantwoorde kennisvragen. Eén op de hele site.")
    listed_type = "answer"
    invitation_template = "research/questions/invitation.html"
    subpage_types = ["questions.AnswerPage"]

    class Meta:
        verbose_name = _("overzicht van kennisvragen")


class AnswerPage(ContentPage):
    """One answered question. Its title is the question as it was sharpened."""

    page_description = _("Het antwoord op een vraag uit de praktijk: kort antwoord, uitleg, bewijs en bronnen.")
    content_kind = "answer"

    asked_as = models.CharField(_("vraag zoals gesteld"), max_length=300, blank=True)
    short_answer = RichTextField(_("kort antwoord"), features=FEATURES)
    explanation = StreamField(BodyBlock(), verbose_name=_("uitleg"))
    certainty = models.PositiveSmallIntegerField(_("hoe sterk is het bewijs"), choices=Certainty.choices)
    certainty_explanation = models.TextField(_("waarom zo sterk"), max_length=600)
    limits = RichTextField(_("wat we niet weten"), features=FEATURES, blank=True)
    references = StreamField([("reference", ReferenceBlock())], verbose_name=_("bronnen"), blank=True)
    asked_on = models.DateField(_("gesteld op"), null=True, blank=True)
    answered_on = models.DateField(_("beantwoord op"), default=timezone.localdate)

    own_panels = [
        FieldPanel("asked_as", help_text=_("In de woorden van wie de vraag stelde.")),
        FieldPanel("short_answer", help_text=_("Twee of drie zinnen. Wie alleen dit leest, weet genoeg voor vandaag.")),
        FieldPanel("explanation", help_text=_("Wat zegt onderzoek, en wat doe je er morgen mee?")),
        MultiFieldPanel(
            [
                FieldPanel("certainty", help_text=_("De pagina legt de vier niveaus uit.")),
                FieldPanel("certainty_explanation", help_text=_("Hoeveel studies, hoe is er vergeleken, met wie?")),
                FieldPanel("limits", help_text=_("Voor wie of wanneer geldt dit niet, of weten we het niet?")),
            ],
            heading=_("Hoe sterk is het bewijs"),
        ),
        FieldPanel(
            "references",
            help_text=_("Staat een studie al op deze site? Leg dan een relatie, bij Indeling; dan hoeft ze hier niet."),
        ),
        FieldRowPanel([FieldPanel("asked_on"), FieldPanel("answered_on")]),
    ]

    template = "research/questions/answer_page.html"
    parent_page_types = ["questions.AnswerIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("antwoord op een kennisvraag")
        verbose_name_plural = _("antwoorden op kennisvragen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``rests_on``, the pages of this site that the answer builds on: sources, named apart from the rest."""
        context = super().get_context(request, *args, **kwargs)
        rests_on = [one for one in context["relations"] if one.outgoing and one.kind == RelationKind.BUILDS_ON]
        others = tuple(one for one in context["relations"] if one not in rests_on)
        return {**context, "rests_on": rests_on, "relations": others}

    def clean(self) -> None:
        """Refuses a slug that this room's own addresses use."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Dit woord gebruikt de site zelf; kies een ander.")})
