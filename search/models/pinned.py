"""Pages that editors put on top for a query."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from search.analysis import stems


class PinnedResult(models.Model):
    """For this query this page comes first, whether it has the words or not."""

    query = models.CharField(
        _("zoekvraag"),
        max_length=100,
        help_text=_("Geldt wanneer iemand precies deze woorden zoekt; enkelvoud of meervoud maakt niet uit."),
    )
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("pagina"))
    position = models.PositiveSmallIntegerField(
        pgettext_lazy("position", "plaats"),
        default=1,
        help_text=_("Bij meer pagina’s voor dezelfde zoekvraag komt de laagste eerst."),
    )
    updated_at = models.DateTimeField(_("gewijzigd"), auto_now=True)

    panels = [FieldPanel("query"), PageChooserPanel("page"), FieldPanel("position")]

    class Meta:
        verbose_name = _("pagina bovenaan")
        verbose_name_plural = _("pagina’s bovenaan")
        ordering = ["query", "position", "pk"]

    def __str__(self) -> str:
        return f"{self.query}: {self.page.title}"

    @property
    def stems(self) -> str:
        """The query as the search compares it."""
        return stems(self.query)

    def clean(self) -> None:
        """Refuse a query without a word in it, and the same page twice for one query."""
        self.query = " ".join(self.query.split())
        if not self.stems:
            raise ValidationError({"query": _("Geef minstens één woord.")})
        others = PinnedResult.objects.filter(page_id=self.page_id).exclude(pk=self.pk)
        if any(other.stems == self.stems for other in others):
            raise ValidationError({"page": _("Deze pagina staat al bovenaan voor deze zoekvraag.")})
