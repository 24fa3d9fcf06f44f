"""Writing a verantwoording."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from practices.justifying.forms.fields import EurosField, WrittenForm, rows_of
from practices.justifying.models import Justification


class JustificationForm(WrittenForm):
    """All of it on one page, in three parts."""

    rows: ClassVar[dict[str, int]] = {"pupils": 3, "considered": 4, "costs": 3}
    amount = EurosField(
        label=gettext_lazy("bedrag in euro's"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=gettext_lazy("Zonder loonkosten mag ook; schrijf dan bij kosten hoeveel uren het vraagt."),
    )

    class Meta:
        model = Justification
        fields = Justification.WRITTEN
        help_texts = {
            "title": gettext_lazy("Leeg: de naam van de interventie."),
            "pupils": gettext_lazy("Welke groepen, hoeveel leerlingen? Noem geen namen."),
            "problem": gettext_lazy("Wat zie je, en waaraan merk je dat? Denk aan toetsen, observaties, gesprekken."),
            "considered": gettext_lazy("Welke andere aanpakken lagen op tafel, en waarom werden die het niet?"),
            "reason": gettext_lazy("Wat zeggen de cijfers en het onderzoek, en waarom past het bij deze school?"),
            "goal": gettext_lazy("Wat is er aan het eind anders, bij wie en hoeveel?"),
            "measured_how": gettext_lazy("Met welke toets, vragenlijst of observatie? Wat is de stand nu?"),
            "measured_when": gettext_lazy("Bijvoorbeeld: januari en juni 2027."),
            "costs": gettext_lazy("Uren, materiaal, scholing."),
        }

    def parts(self, elsewhere: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
        """Title and rows of each part."""
        rows = {row["field"].name: row for row in rows_of(self, Justification.NEEDED, elsewhere)}
        names = {
            _("Waarom deze keuze"): ("title", "pupils", "problem", "considered", "reason"),
            _("Doel en meten"): ("goal", "measured_how", "measured_when"),
            _("Wanneer en wat het kost"): ("starts_on", "ends_on", "costs", "amount"),
        }
        return [(title, [rows[name] for name in part]) for title, part in names.items()]


class DecisionForm(forms.Form):
    """Later figures: leave it as it is, or take them over."""

    choice = forms.ChoiceField(choices=[("leave", ""), ("take_over", "")])
    seen = forms.CharField(max_length=64)
