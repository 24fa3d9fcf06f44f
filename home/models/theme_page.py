"""Theme pages: an editor's synthesis first, then the editor's picks, then what search finds."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.compat import HTTPMethod
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from editorial.models import ContentPage
from home.theme_overview import theme_context, themes_context

FEATURES = ["bold", "italic", "ol", "ul", "link", "footnotes"]


class ThemeIndexPage(Page):
    """All themes as a tree: ``/themas/``."""

    page_description = _("Het overzicht van alle thema's. Eén op de hele site.")
    intro = models.TextField(_("inleiding"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    template = "home/theme_index_page.html"
    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ThemePage"]

    class Meta:
        verbose_name = _("overzicht van thema's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``theme_tree``: top themes with their children and addresses."""
        return {**super().get_context(request, *args, **kwargs), **themes_context(self)}


class ThemePage(ContentPage):
    """What is known of one theme."""

    page_description = _("Alles over één thema: jouw samenvatting, jouw keuze, en wat de site erbij vindt.")
    content_kind = "theme"
    detail_select_related = (*ContentPage.detail_select_related, "theme")

    theme = models.OneToOneField(
        "vocabulary.Theme", on_delete=models.PROTECT, related_name="page", verbose_name=_("thema")
    )
    known = RichTextField(_("wat weten we"), features=FEATURES, blank=True)
    works = RichTextField(_("wat werkt"), features=FEATURES, blank=True)
    does_not_work = RichTextField(_("wat werkt niet, of is onzeker"), features=FEATURES, blank=True)
    picks = StreamField(
        [("page", blocks.PageChooserBlock())], verbose_name=_("keuze van de redactie"), blank=True, max_num=6
    )

    own_panels = [
        FieldPanel("theme", help_text=_("Elk thema heeft hooguit één pagina.")),
        MultiFieldPanel(
            [
                FieldPanel("known", help_text=_("Een paar alinea's. Zet bronnen in een voetnoot.")),
                FieldPanel("works", help_text=_("Wat kun je met vertrouwen doen?")),
                FieldPanel("does_not_work", help_text=_("Zeg ook wat we niet weten.")),
            ],
            heading=_("Wat we weten"),
        ),
        FieldPanel(
            "picks",
            help_text=_(
                "Hooguit zes pagina's die iemand als eerste zou moeten lezen. Wat de site vindt, komt daaronder."
            ),
        ),
    ]
    template = "home/theme_page.html"
    parent_page_types = ["home.ThemeIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("themapagina")
        verbose_name_plural = _("themapagina's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``picked``, ``insights``, ``practices``, ``interventions``, ``answers`` and the neighbouring themes."""
        return {**super().get_context(request, *args, **kwargs), **theme_context(self)}
