"""Interventions of the menukaart, with the figures of each edition and source."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from editorial.blocks import BodyBlock
from editorial.evidence import COST_LABELS, STRENGTH_LABELS
from editorial.models import ContentPage

#: Last parts of addresses below the menukaart that the site itself uses (practices.weighing.urls).
RESERVED_SLUGS = frozenset({"vergelijken"})
FEATURES = ["bold", "italic", "ol", "ul", "link"]


class Category(models.TextChoices):
    """The categories of the menukaart of the Nationaal Programma Onderwijs."""

    A = "A", _("Meer onderwijs om bij groepen leerlingen kennis en vaardigheden bij te spijkeren")
    B = "B", _("Effectievere inzet van onderwijs om kennis en vaardigheden bij te spijkeren")
    C = "C", _("Sociaal-emotionele en fysieke ontwikkeling van leerlingen")
    D = "D", _("Ontwikkeling van de executieve functies van leerlingen")
    E = "E", _("(Extra) inzet van personeel en ondersteuning")
    F = "F", _("Faciliteiten en randvoorwaarden (alleen samen met A–E)")


class Edition(models.Model):
    """One edition of one source of figures."""

    code = models.SlugField(unique=True, max_length=40)
    source = models.CharField(_("bron"), max_length=120)
    name = models.CharField(_("editie"), max_length=60)
    as_of = models.DateField(_("stand van"))
    url = models.URLField(_("adres"), blank=True)
    attribution = models.CharField(_("naamsvermelding"), max_length=300, blank=True)
    is_menukaart = models.BooleanField(_("dit is de menukaart"), default=False)

    panels = [
        FieldPanel("source"),
        FieldPanel("name"),
        FieldPanel("code"),
        FieldPanel("as_of"),
        FieldPanel("url"),
        FieldPanel("attribution"),
        FieldPanel("is_menukaart"),
    ]

    class Meta:
        verbose_name = _("editie van cijfers")
        verbose_name_plural = _("edities van cijfers")
        ordering = ["-as_of", "source"]

    def __str__(self) -> str:
        return f"{self.source}, {self.name}"


class InterventionPage(ContentPage):
    """One intervention: what it is, why it would work, and what sources say of effect, certainty and cost."""

    page_description = _("Een aanpak van de menukaart: wat het is, waarom het werkt, en de cijfers per editie.")
    content_kind = "intervention"

    what = RichTextField(_("wat is het"), features=FEATURES)
    how_it_works = RichTextField(_("hoe werkt het"), features=FEATURES, blank=True)
    in_practice = RichTextField(_("zo doe je het goed"), features=FEATURES, blank=True)
    watch_out = RichTextField(_("waar let je op"), features=FEATURES, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("meer"), blank=True)

    own_panels = [
        FieldPanel("what", help_text=_("In twee of drie zinnen, voor wie het niet kent.")),
        FieldPanel("how_it_works", help_text=_("Waarom zou dit helpen?")),
        FieldPanel("in_practice", help_text=_("Waar staat of valt het mee in de klas?")),
        FieldPanel("watch_out", help_text=_("Wanneer werkt het niet, of werkt het averechts?")),
        InlinePanel("figures", label=_("cijfers van een editie"), heading=_("Cijfers per editie en bron")),
        FieldPanel("body"),
    ]

    template = "practices/intervention_page.html"
    parent_page_types = ["practices.MenukaartPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("interventie")
        verbose_name_plural = _("interventies")

    def clean(self) -> None:
        """Refuses a slug that this room's own addresses use."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Dit woord gebruikt de site zelf; kies een ander.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``figures`` (newest edition first), what comes of them, and where to account for a choice."""
        from practices.figures import category_of, headline_figure
        from practices.weighing.history import history_of
        from practices.weighing.justify_link import justify_url

        figures = sorted(self.figures.select_related("edition"), key=lambda figure: figure.edition.as_of, reverse=True)
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "figures": figures,
            "headline": headline_figure(figures),
            "category": category_of(figures),
            "history": history_of(figures),
            "justify_url": justify_url(self.pk) if self.pk else "",
        }


class InterventionFigure(Orderable):
    """What one edition says. A figure that the source does not give is empty, never zero."""

    page = ParentalKey(InterventionPage, on_delete=models.CASCADE, related_name="figures")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="figures", verbose_name=_("editie"))
    category = models.CharField(_("categorie"), max_length=1, choices=Category.choices, blank=True)
    months = models.SmallIntegerField(
        _("maanden leerwinst"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-12), MaxValueValidator(12)],
        help_text=_("Mag negatief zijn. Leeg: de bron geeft geen getal."),
    )
    strength = models.PositiveSmallIntegerField(
        _("bewijs"), null=True, blank=True, choices=list(STRENGTH_LABELS.items())
    )
    cost = models.PositiveSmallIntegerField(_("kosten"), null=True, blank=True, choices=list(COST_LABELS.items()))
    cost_inferred = models.BooleanField(
        _("kosten afgeleid"), default=False, help_text=_("De bron toont één teken zonder getal.")
    )
    note = models.CharField(_("opmerking"), max_length=200, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("edition"), FieldPanel("category")]),
        FieldRowPanel([FieldPanel("months"), FieldPanel("strength"), FieldPanel("cost")]),
        FieldPanel("cost_inferred"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("cijfers")
        verbose_name_plural = _("cijfers")
        constraints = [models.UniqueConstraint(fields=["page", "edition"], name="an_edition_counts_once")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.edition_id}"

    @property
    def is_empty(self) -> bool:
        """Whether the source gives no figure at all."""
        return self.months is None and self.strength is None and self.cost is None
