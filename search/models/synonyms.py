"""Words that mean the same, kept by editors."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from search.analysis import words

#: Longer groups say too little: every word of them finds all the others.
MAX_TERMS = 30


class SynonymGroup(models.Model):
    """A search for one of the terms finds the others too.

    Works at once: it is used when someone searches, not when a page is indexed.
    """

    terms = models.TextField(
        _("woorden"),
        help_text=_(
            "Eén woord of woordgroep per regel. Wie een ervan zoekt, vindt ook pagina’s met de andere. "
            "Meervoud, verbuiging en hoofdletters hoef je niet apart te noemen."
        ),
    )
    note = models.CharField(
        _("toelichting"),
        max_length=255,
        blank=True,
        help_text=_("Alleen voor redacteuren: waarom deze groep er is."),
    )
    updated_at = models.DateTimeField(_("gewijzigd"), auto_now=True)

    panels = [FieldPanel("terms"), FieldPanel("note")]

    class Meta:
        verbose_name = _("synoniemengroep")
        verbose_name_plural = _("synoniemen")
        ordering = ["terms"]

    def __str__(self) -> str:
        return " = ".join(self.term_list)

    @property
    def term_list(self) -> tuple[str, ...]:
        """The terms, in the order given, without blank lines."""
        return tuple(term for line in self.terms.splitlines() if (term := " ".join(line.split())))

    def clean(self) -> None:
        """Refuse what cannot work as a group, and say why."""
        distinct = {words(term) for term in self.term_list} - {""}
        if len(distinct) < 2:
            raise ValidationError({"terms": _("Geef minstens twee verschillende woorden, elk op een eigen regel.")})
        if len(distinct) > MAX_TERMS:
            raise ValidationError({"terms": _("Geef hoogstens %(max)d woorden.") % {"max": MAX_TERMS}})
        self.terms = "\n".join(self.term_list)
