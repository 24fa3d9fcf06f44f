"""Why, what it takes, and what came of it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.contributing.forms import long_text, short_text
from editorial.evidence import COST_LABELS, PracticeEvidence
from practices.contributing.forms.base import StepForm


class GoalForm(StepForm):
    """What the matter was, and what had to get better."""

    names = ("occasion", "goal")

    occasion = long_text(help_text=_("Wat was er aan de hand? Waaraan merkte je dat?"))
    goal = long_text(help_text=_("Wat moest er beter, en voor welke leerlingen?"))


class NeedsForm(StepForm):
    """What another school has to reckon with."""

    names = ("duration", "staff", "cost_level", "cost", "materials")

    duration = short_text(120, _("Bijvoorbeeld: 12 weken, drie keer 30 minuten."))
    staff = short_text(200, _("Zoals: de eigen leraar, een onderwijsassistent, een tutor."))
    cost_level = forms.ChoiceField(
        choices=[("", _("weet ik niet")), *((str(level), label) for level, label in COST_LABELS.items())],
        widget=forms.RadioSelect,
    )
    cost = short_text(200)
    materials = long_text(4, help_text=_("Boeken, lessen, websites. Een link schrijf je voluit."))


class ResultForm(StepForm):
    """What came of it, and how one knows."""

    names = ("result", "evidence", "measured_how", "lessons")

    result = long_text(help_text=_("Wat is er veranderd? Vertel ook wat tegenviel."))
    evidence = forms.ChoiceField(choices=PracticeEvidence.choices, widget=forms.RadioSelect)
    measured_how = long_text(
        4, help_text=_("Met welke toets, vragenlijst of telling, en wanneer? Niet gemeten? Zeg dat dan.")
    )
    lessons = long_text(4, help_text=_("Daar heeft een ander misschien wel het meeste aan."))


class CreditForm(StepForm):
    """Under which name it comes out, whom a reader may ask, and what others may do with it."""

    names = ("credit_name", "contact_email", "licence_agreed")

    credit_name = short_text(120, _("Zo sta je als auteur bij de pagina. Iedereen ziet dit."))
    contact_email = forms.EmailField(
        max_length=254, help_text=_("Mogen lezers je mailen? Dit adres komt op de pagina. Laat het anders leeg.")
    )
    licence_agreed = forms.BooleanField(
        label=_("Anderen mogen dit gebruiken en aanpassen als ze mijn naam erbij zetten (CC BY 4.0)."),
    )
