"""Themes: the tree of controlled tags."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from vocabulary.models.term import refuse_cycle


class Theme(index.Indexed, TagBase):
    """A theme; only those that editors made can be chosen. Its slug is its code in addresses."""

    free_tagging = False

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("valt onder"),
    )
    description = models.TextField(_("omschrijving"), blank=True, max_length=400)
    synonyms = models.TextField(
        _("synoniemen"), blank=True, help_text=_("Een per regel. Wie zo zoekt, vindt dit thema ook.")
    )
    uri = models.URLField(_("openbare URI"), blank=True)
    order = models.PositiveIntegerField(_("volgorde"), default=0)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug")], heading=_("Naam")),
        FieldPanel("parent"),
        FieldPanel("description"),
        FieldPanel("synonyms"),
        FieldPanel("uri"),
        FieldPanel("order"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["order", "name"]

    def clean(self) -> None:
        """A theme cannot stand below itself."""
        super().clean()
        refuse_cycle(self)

    @property
    def synonym_list(self) -> list[str]:
        """The synonyms, without blank lines."""
        return [line.strip() for line in self.synonyms.splitlines() if line.strip()]


class ThemedPage(ItemBase):
    """That a page is about a theme. One table for all kinds of page, so that merging is one update."""

    tag = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="themed_pages")
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="theme_tags")

    class Meta:
        verbose_name = _("thema van een pagina")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="a_page_has_a_theme_once")]


class MergedTheme(models.Model):
    """The slug of a theme that was merged into another one, so that old addresses and filters still work."""

    slug = models.SlugField(unique=True, max_length=100)
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="merged_from")
    merged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("samengevoegd thema")
        verbose_name_plural = _("samengevoegde thema's")

    def __str__(self) -> str:
        return f"{self.slug} → {self.theme}"
