"""Municipalities: where a school stands, and a party of their own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Municipality(index.Indexed, models.Model):
    """A municipality, with the code that Statistics Netherlands (CBS) gives it."""

    name = models.CharField(_("naam"), max_length=120, unique=True)
    slug = models.SlugField(unique=True, max_length=120)
    code = models.CharField(_("CBS-code"), max_length=6, blank=True, help_text=_("Zoals GM0363 voor Amsterdam."))
    region = models.ForeignKey(
        "vocabulary.Region", null=True, blank=True, on_delete=models.SET_NULL, verbose_name=_("regio")
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("code"), FieldPanel("region")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
