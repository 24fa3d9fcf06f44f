"""News."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from editorial.blocks import BodyBlock
from editorial.models import ContentPage
from search.listing import ListingPage


class NewsIndexPage(ListingPage):
    """All news: ``/nieuws/``."""

    page_description = _("Het overzicht van al het nieuws. Eén op de hele site.")
    listed_type = "news"
    subpage_types = ["home.NewsPage"]

    class Meta:
        verbose_name = _("nieuwsoverzicht")


class NewsPage(ContentPage):
    """One news article."""

    page_description = _("Een bericht met een datum.")
    content_kind = "news"
    detail_select_related = (*ContentPage.detail_select_related, "flyer")

    date = models.DateField(_("datum"))
    intro = models.TextField(_("inleiding"), max_length=600, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("tekst"))
    flyer = models.ForeignKey(
        "editorial.EditorialDocument",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("flyer"),
    )
    earlier_published_in = models.CharField(_("eerder verschenen bij"), max_length=200, blank=True)
    earlier_published_url = models.URLField(_("adres daarvan"), blank=True)
    earlier_published_on = models.DateField(_("verschenen op"), null=True, blank=True)

    own_panels = [
        FieldPanel("date", help_text=_("De dag die lezers bij het bericht zien.")),
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("flyer"),
        MultiFieldPanel(
            [
                FieldPanel("earlier_published_in", help_text=_("Als het bericht eerst ergens anders stond: waar.")),
                FieldRowPanel([FieldPanel("earlier_published_url"), FieldPanel("earlier_published_on")]),
            ],
            heading=_("Eerder verschenen"),
        ),
    ]
    template = "home/news_page.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")
