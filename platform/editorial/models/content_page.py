"""The part that every kind of content page shares."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.compat import HTTPMethod
from wagtail.models import Page, PageViewRestriction

from editorial.forms import ContentPageForm
from editorial.licences import Licence
from editorial.reading import reading_context
from editorial.reserved import refuse_reserved_slug
from editorial.restrictions import restrictions_of


class ContentPage(Page):
    """A page with a summary, a classification, people, a licence and a date on which it is looked at again.

    A subclass names its kind, its own panels and which of its foreign keys are read together with it.
    """

    #: Code of the kind in the index, in addresses and in the look: ``insight``, ``practice`` …
    content_kind: ClassVar[str] = "page"
    #: Foreign keys that the page's template shows, fetched in the same query.
    detail_select_related: ClassVar[tuple[str, ...]] = ("contact__organisation", "teaser_image")
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    #: Named contents of this kind, before and after what all share.
    own_panels: ClassVar[list[Any]] = []

    summary = models.TextField(
        _("samenvatting"),
        max_length=300,
        help_text=_("Twee zinnen voor lijsten en zoekresultaten: waar gaat dit over, en wat heb je eraan?"),
    )
    teaser_image = models.ForeignKey(
        "editorial.EditorialImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("beeld bij de pagina"),
        help_text=_("Niet verplicht: zonder beeld tekent de site een patroon bij het thema."),
    )
    themes = ClusterTaggableManager(through="vocabulary.ThemedPage", blank=True, verbose_name=_("thema's"))
    levels = ParentalManyToManyField("vocabulary.Level", blank=True, verbose_name=_("niveaus en groepen"))
    subjects = ParentalManyToManyField("vocabulary.Subject", blank=True, verbose_name=_("vakken"))
    audiences = ParentalManyToManyField("vocabulary.Audience", blank=True, verbose_name=_("voor wie"))
    regions = ParentalManyToManyField("vocabulary.Region", blank=True, verbose_name=_("regio's"))
    licence = models.CharField(_("licentie"), max_length=20, choices=Licence.choices, default=Licence.BY)
    contact = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("contactpersoon"),
    )
    review_date = models.DateField(
        _("opnieuw bekijken op"),
        null=True,
        blank=True,
        help_text=_("Op deze dag komt de pagina op de lijst om na te lezen."),
    )
    substantially_changed_on = models.DateField(
        _("laatste inhoudelijke wijziging"),
        null=True,
        blank=True,
        help_text=_("Lezers zien deze datum. Een verbeterde tikfout telt niet mee."),
    )

    base_form_class = ContentPageForm

    classification_panels = [
        FieldPanel("themes"),
        FieldPanel("levels", help_text=_("Voor welke groepen is dit bruikbaar?")),
        FieldPanel("subjects"),
        FieldPanel("audiences"),
        FieldPanel(
            "regions", help_text=_("Alleen als de pagina over een streek gaat. Een school brengt haar regio mee.")
        ),
        InlinePanel(
            "outgoing_relations",
            label=_("relatie"),
            heading=_("Relaties met andere pagina's"),
            help_text=_("De andere pagina toont de relatie ook. Leg die dus één keer."),
        ),
    ]
    people_panels = [
        InlinePanel("page_authors", label=_("auteur"), heading=_("Auteurs")),
        FieldPanel(
            "contact",
            help_text=_(
                "Bij wie kan een lezer terecht? Deze persoon hoort ook wanneer de pagina weer aan de beurt is."
            ),
        ),
        FieldPanel("licence", help_text=_("Wat mag een ander met deze tekst doen?")),
        MultiFieldPanel(
            [FieldPanel("review_date"), FieldPanel("substantially_changed_on")], heading=_("Actueel houden")
        ),
        InlinePanel(
            "footnotes",
            label=_("voetnoot"),
            heading=_("Voetnoten"),
            help_text=_("Schrijf hier de noot; zet het nummer in de tekst met de knop Voetnoot."),
        ),
    ]

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Every concrete kind gets the same four tabs around its own panels."""
        super().__init_subclass__(**kwargs)
        if cls.own_panels:
            cls.edit_handler = TabbedInterface(
                [
                    ObjectList(
                        [*Page.content_panels, FieldPanel("summary"), *cls.own_panels, FieldPanel("teaser_image")],
                        heading=_("Inhoud"),
                    ),
                    ObjectList(cls.classification_panels, heading=_("Indeling")),
                    ObjectList(cls.people_panels, heading=_("Mensen en rechten")),
                    ObjectList(cls.promote_panels, heading=_("Promotie"), classname="settings"),
                ]
            )

    def clean(self) -> None:
        """Refuses a slug that the site's own addresses use."""
        super().clean()
        refuse_reserved_slug(self)

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """The restrictions on this page and its ancestors, without a query when the site has none here."""
        return restrictions_of(self, super().get_view_restrictions)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the shared components show: terms, authors, relations, breadcrumb."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **reading_context(self)}
