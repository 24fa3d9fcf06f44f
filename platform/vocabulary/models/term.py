"""Levels and groups, subjects, audiences and regions."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

CODE = RegexValidator(r"^[\w-]+$", _("Alleen letters, cijfers en streepjes."))


class Term(index.Indexed, models.Model):
    """One controlled term. ``code`` stands in addresses and never changes; ``uri`` names it for machines."""

    code = models.CharField(_("code"), max_length=60, unique=True, validators=[CODE])
    label = models.CharField(_("naam"), max_length=120)
    synonyms = models.TextField(
        _("synoniemen"), blank=True, help_text=_("Een per regel. Wie zo zoekt, vindt dit begrip ook.")
    )
    uri = models.URLField(_("openbare URI"), blank=True)
    order = models.PositiveIntegerField(_("volgorde"), default=0)

    panels = [
        FieldPanel("label"),
        FieldPanel("code"),
        FieldPanel("synonyms"),
        FieldPanel("uri"),
        FieldPanel("order"),
    ]
    search_fields = [index.SearchField("label"), index.AutocompleteField("label")]

    class Meta:
        abstract = True
        ordering = ["order", "label"]

    def __str__(self) -> str:
        return self.label

    @property
    def synonym_list(self) -> list[str]:
        """The synonyms, without blank lines."""
        return [line.strip() for line in self.synonyms.splitlines() if line.strip()]


class NestedTerm(Term):
    """A term that may stand below another one, one level deep or more."""

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("valt onder"),
    )

    panels = [*Term.panels, FieldPanel("parent")]

    class Meta(Term.Meta):
        abstract = True

    def clean(self) -> None:
        """A term cannot stand below itself, nor below a term of its own branch."""
        super().clean()
        refuse_cycle(self)


def refuse_cycle(term: models.Model) -> None:
    """Raises ValidationError when following ``parent`` comes back to ``term``."""
    above = getattr(term, "parent", None)
    while above is not None:
        if above.pk is not None and above.pk == term.pk:
            raise ValidationError({"parent": _("Een begrip kan niet onder zichzelf vallen.")})
        above = above.parent


class Level(NestedTerm):
    """A sector (basisonderwijs) or a group in it (groep 5)."""

    class Meta(NestedTerm.Meta):
        verbose_name = _("niveau of groep")
        verbose_name_plural = _("niveaus en groepen")


class Subject(NestedTerm):
    """A subject or learning area."""

    class Meta(NestedTerm.Meta):
        verbose_name = _("vak of leergebied")
        verbose_name_plural = _("vakken en leergebieden")


class Audience(Term):
    """Whom a text is for."""

    class Meta(Term.Meta):
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")


class Region(NestedTerm):
    """A province, or a region in it."""

    class Meta(NestedTerm.Meta):
        verbose_name = _("regio")
        verbose_name_plural = _("regio's")
