"""A Leerlab, and the overview of all of them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.compat import HTTPMethod
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from editorial.blocks import CreditedImageBlock
from editorial.models import ContentPage

#: The addresses inside Leerlabs (leerlabs.urls) begin with this word, so the overview stands there.
INDEX_SLUG = "leerlabs"
#: First parts of addresses below the overview that are no Leerlab; a test compares them with leerlabs.urls.
TAKEN_SLUGS = frozenset({"bespreek", "bezwaar", "feed", "melden", "mijn", "moderatie", "uitnodiging"})


class Visibility(models.TextChoices):
    """Who knows that a Leerlab exists, and who reads what is said in it."""

    OPEN = "open", _("open: iedereen leest mee")
    MEMBERS = "members", _("zichtbaar voor leden van de site: wie meedoet, leest mee")
    HIDDEN = "hidden", _("verborgen: alleen wie meedoet weet ervan")


class Joining(models.TextChoices):
    """How somebody comes to take part."""

    FREE = "free", _("vrij: wie wil, doet mee")
    REQUEST = "request", _("op verzoek: een begeleider beslist")
    INVITATION = "invitation", _("op uitnodiging")


class LeerlabIndexPage(Page):
    """All Leerlabs: ``/leerlabs/``."""

    page_description = _("Het overzicht van alle Leerlabs. Eén op de hele site.")
    intro = models.TextField(_("inleiding"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["leerlabs.LeerlabPage"]

    class Meta:
        verbose_name = _("overzicht van Leerlabs")

    def clean(self) -> None:
        """The addresses inside Leerlabs are fixed, so this page's is too."""
        super().clean()
        if self.slug != INDEX_SLUG:
            raise ValidationError({"slug": _("Het overzicht staat op het adres “%s”.") % INDEX_SLUG})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The Leerlabs that this reader may know of."""
        from leerlabs.labs.overview import overview

        return overview(request, self)


class LeerlabPage(ContentPage):
    """A group of people who work on one question for a while.

    Who sees and reads it is up to :mod:`leerlabs.policy`. One that is not open carries a view restriction of
    Wagtail's besides (:mod:`leerlabs.labs.privacy`), because menus, index, relations and feeds heed that.
    """

    page_description = _("Een Leerlab: mensen die samen een tijd aan één vraag werken.")
    content_kind = "leerlab"

    question = models.CharField(
        _("vraag"), max_length=250, help_text=_("Waar zoeken jullie samen een antwoord op? Eén zin, als vraag.")
    )
    goal = models.TextField(
        _("doel"), max_length=2000, blank=True, help_text=_("Wat moet er zijn of anders zijn als jullie klaar zijn?")
    )
    starts_on = models.DateField(_("begint op"), null=True, blank=True)
    ends_on = models.DateField(_("eindigt op"), null=True, blank=True)
    pictures = StreamField([("image", CreditedImageBlock())], verbose_name=_("beelden"), blank=True, max_num=12)
    organisations = ParentalManyToManyField(
        "organisations.Organisation", blank=True, related_name="leerlabs", verbose_name=_("organisaties")
    )
    visibility = models.CharField(
        _("zichtbaarheid"), max_length=10, choices=Visibility.choices, default=Visibility.OPEN, db_index=True
    )
    joining = models.CharField(_("meedoen"), max_length=12, choices=Joining.choices, default=Joining.REQUEST)
    first_post_review = models.BooleanField(
        _("eerste bericht nalezen"),
        default=False,
        help_text=_("Het eerste bericht van een nieuw lid wacht tot een begeleider of moderator het vrijgeeft."),
    )
    archived_at = models.DateTimeField(_("afgesloten op"), null=True, blank=True, editable=False)

    own_panels = [
        FieldPanel("question"),
        FieldPanel("goal"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Periode")),
        FieldPanel("pictures", help_text=_("Foto's van waar jullie aan werken. Elke foto heeft een maker en rechten.")),
        FieldPanel(
            "organisations",
            help_text=_("Welke organisaties trekken dit? Is het Leerlab open, dan staat het ook op hun pagina."),
        ),
        MultiFieldPanel(
            [FieldPanel("visibility"), FieldPanel("joining"), FieldPanel("first_post_review")],
            heading=_("Wie ziet het en wie doet mee"),
            help_text=_(
                "Wijs na het publiceren op de site bij Beheer de begeleiders aan. Daarna beheren zij het zelf."
            ),
        ),
    ]

    #: Wagtail's own privacy settings would say something else than ``visibility``.
    private_page_options: list[str] = []
    parent_page_types = ["leerlabs.LeerlabIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("Leerlab")
        verbose_name_plural = _("Leerlabs")

    @property
    def is_archived(self) -> bool:
        """Whether it has been closed: it can be read, and nothing is added any more."""
        return self.archived_at is not None

    def clean(self) -> None:
        """A Leerlab ends after it begins, and has no address that the site uses for something else."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Het einde ligt voor het begin.")})
        if self.slug in TAKEN_SLUGS:
            raise ValidationError(
                {"slug": _("“%(slug)s” gebruikt de site zelf; kies een ander woord.") % {"slug": self.slug}}
            )

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """None: who may see this page is decided when it is served, by the policy."""
        return PageViewRestriction.objects.none()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page as the policy allows this reader: whole, as an entrance, by way of signing in, or not at all."""
        from leerlabs.labs.page import leerlab_page

        return leerlab_page(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """The draft, for whom Wagtail lets see it: nobody else may know of a page that is not published."""
        from leerlabs.labs.page import leerlab_preview

        return leerlab_preview(request, self)
