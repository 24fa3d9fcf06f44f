"""Relations between pages, whatever their kinds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable


class RelationKind(models.TextChoices):
    """What the source does with the target."""

    SUPPORTS = "supports", _("onderbouwt")
    CONTRADICTS = "contradicts", _("spreekt tegen")
    APPLIES = "applies", _("past toe")
    BUILDS_ON = "builds_on", _("bouwt voort op")
    RELATED = "related", _("hoort bij")

    @property
    def inverse_label(self) -> str:
        """The same relation, said from the target's side."""
        return str(_INVERSE[self])


_INVERSE = {
    RelationKind.SUPPORTS: _("wordt onderbouwd door"),
    RelationKind.CONTRADICTS: _("wordt tegengesproken door"),
    RelationKind.APPLIES: _("wordt toegepast in"),
    RelationKind.BUILDS_ON: _("is de basis van"),
    RelationKind.RELATED: _("hoort bij"),
}


class PageRelation(Orderable):
    """One relation from a page to a page; both ends show it."""

    source = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="outgoing_relations")
    kind = models.CharField(_("relatie"), max_length=20, choices=RelationKind.choices, default=RelationKind.RELATED)
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="incoming_relations", verbose_name=_("pagina")
    )

    panels = [FieldPanel("kind"), PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = _("relatie")
        verbose_name_plural = _("relaties")
        constraints = [models.UniqueConstraint(fields=["source", "kind", "target"], name="a_relation_stands_once")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
