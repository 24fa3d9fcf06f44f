"""The front page."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.compat import HTTPMethod
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.front_page import front_page_context


class DoorBlock(blocks.StructBlock):
    """One way into the site."""

    title = blocks.CharBlock(label=_("titel"), max_length=60)
    text = blocks.CharBlock(label=_("tekst"), max_length=160)
    page = blocks.PageChooserBlock(label=_("pagina"))

    class Meta:
        icon = "link"
        label = _("Deur")


class HomePage(Page):
    """What this is, for whom, and the ways in."""

    page_description = _("De voorpagina. Eén op de hele site.")
    intro_title = models.CharField(_("kop"), max_length=80)
    intro = models.TextField(_("inleiding"), max_length=300)
    search_hint = models.CharField(_("voorbeeld in het zoekveld"), max_length=80, blank=True)
    example_queries = StreamField(
        [("query", blocks.CharBlock(max_length=60))], verbose_name=_("voorbeelden van zoeken"), blank=True
    )
    doors = StreamField([("door", DoorBlock())], verbose_name=_("deuren"), blank=True)
    picks = StreamField(
        [("page", blocks.PageChooserBlock())], verbose_name=_("keuze van de redactie"), blank=True, max_num=4
    )
    about = RichTextField(_("over de alliantie"), features=["bold", "italic", "link"], blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro_title"),
        FieldPanel("intro"),
        FieldPanel("search_hint", help_text=_("Staat grijs in het zoekveld, als voorbeeld.")),
        FieldPanel("example_queries", help_text=_("Korte zoekvragen waarop een bezoeker kan klikken.")),
        FieldPanel("doors", help_text=_("De ingangen van de site: onderzoek, praktijk, menukaart.")),
        FieldPanel("picks", help_text=_("Hooguit vier pagina's die je nu onder de aandacht wilt brengen.")),
        FieldPanel("about"),
    ]
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    template = "home/home_page.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("voorpagina")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds ``picks``, ``latest`` per kind, ``meetings`` and ``top_themes``."""
        return {**super().get_context(request, *args, **kwargs), **front_page_context(self)}
