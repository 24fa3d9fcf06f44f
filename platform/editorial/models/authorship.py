"""Who wrote a page, in what order, and from where at that time."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class PageAuthor(Orderable):
    """One author of one page; the affiliation is kept as it was when the page came out."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_authors")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="authorships")
    affiliation = models.CharField(_("werkte toen bij"), max_length=200, blank=True)

    panels = [FieldPanel("person"), FieldPanel("affiliation")]

    class Meta(Orderable.Meta):
        verbose_name = _("auteur")
        verbose_name_plural = _("auteurs")
        constraints = [models.UniqueConstraint(fields=["page", "person"], name="an_author_stands_once")]

    def __str__(self) -> str:
        return str(self.person)
