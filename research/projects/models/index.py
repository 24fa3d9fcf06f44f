"""The place of the Onderwijskennis Netwerk Amsterdam."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.compat import HTTPMethod
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from editorial.reserved import refuse_reserved_slug
from research.projects.models.roles import PartnerRole

FEATURES = ["bold", "italic", "ol", "ul", "link"]


class ProjectIndexPage(Page):
    """``/ona/``: what the network is, its lines with their questions, its partners, people and newest findings."""

    page_description = _("De plek van het Onderwijskennis Netwerk Amsterdam. Eén op de hele site.")
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    #: Foreign keys that the page's template shows, fetched in the same query.
    detail_select_related = ("contact__organisation",)

    intro = models.TextField(_("inleiding"), max_length=400, help_text=_("Wat is ONA? In twee zinnen."))
    period = models.CharField(_("periode"), max_length=60, blank=True, help_text=_("Zoals: 2021 tot en met 2023."))
    about = RichTextField(_("hoe het werkt"), features=FEATURES, blank=True)
    take_part = RichTextField(_("meedoen"), features=FEATURES, blank=True)
    contact = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("contactpersoon"),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("period"),
        FieldPanel("about", help_text=_("Wie doet wat, en hoe komt een vraag van een school bij een onderzoeker?")),
        InlinePanel("partners", label=_("partner"), heading=_("Partners")),
        FieldPanel("take_part", help_text=_("Hoe kan een school, leraar of onderzoeker meedoen?")),
        FieldPanel("contact"),
    ]
    template = "research/projects/index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["projects.ProjectLinePage"]

    class Meta:
        verbose_name = _("plek van ONA")

    def clean(self) -> None:
        """Refuses a slug that the site's own addresses use."""
        super().clean()
        refuse_reserved_slug(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what is going on in the network; see :func:`research.projects.network_overview.network_context`."""
        from research.projects.network_overview import network_context

        return {**super().get_context(request, *args, **kwargs), **network_context(self)}


class NetworkPartner(Orderable):
    """An organisation that carries the network as a whole."""

    page = ParentalKey(ProjectIndexPage, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+", verbose_name=_("organisatie")
    )
    role = models.CharField(
        _("rol"),
        max_length=20,
        choices=[choice for choice in PartnerRole.choices if choice[0] != PartnerRole.SCHOOL],
        default=PartnerRole.OTHER,
    )

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner van ONA")
        verbose_name_plural = _("partners van ONA")
        constraints = [models.UniqueConstraint(fields=["page", "organisation"], name="a_partner_stands_once")]

    def __str__(self) -> str:
        return str(self.organisation)
