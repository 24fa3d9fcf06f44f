"""The publication for a teacher: what it answers, how sure that is, and for whom it holds."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.contributing.forms import TermsForm, long_text, short_text
from editorial.evidence import Certainty
from editorial.licences import Licence
from research.models import Method
from research.publications.answers import POINTS
from research.publications.forms.base import StepForm


class TeacherForm(TermsForm, StepForm):
    """What a teacher reads first."""

    levels_help = _("Voor welke groepen is dit bruikbaar?")
    names = ("title", "question", "summary", *POINTS, "plain_summary", "for_classroom", "levels", "themes")

    title = short_text(150, _("Zeg wat eruit kwam, zoals: Samen nadenken over fouten helpt bij rekenen."))
    question = short_text(250, _("De vraag waarop dit het antwoord is, zoals een leraar die zou stellen."))
    summary = long_text(3, _("Twee zinnen voor lijsten en zoekresultaten. Hooguit 300 tekens."), 300)
    point_1 = short_text(240, _("In één zin. De drie kernpunten samen zijn het antwoord op de vraag."))
    point_2 = short_text(240)
    point_3 = short_text(240)
    plain_summary = long_text(8, _("Alsof je het een collega vertelt: korte zinnen, geen vaktaal."))
    for_classroom = long_text(6, _("Wat kan een leraar hier morgen mee?"))


class CertaintyForm(StepForm):
    """How sure it is, how it was studied, and where it ends."""

    names = (
        "certainty",
        "certainty_explanation",
        "limits",
        "method",
        "method_text",
        "sample",
        "outcome",
        "effect",
        "abstract",
    )

    certainty = forms.ChoiceField(
        choices=[(str(value), label) for value, label in Certainty.choices], widget=forms.RadioSelect
    )
    certainty_explanation = long_text(3, _("Hoeveel studies, hoe is er vergeleken, met wie?"), 600)
    limits = long_text(5, _("Voor wie of wanneer geldt dit niet, of weten we het niet?"))
    method = forms.ChoiceField(choices=[("", _("kies een methode")), *Method.choices])
    method_text = long_text(3, _("Hoe is het gedaan?"), 600)
    sample = long_text(3, _("Wie en hoeveel: leerlingen, scholen, studies, landen."), 600)
    outcome = long_text(2, "", 600)
    effect = long_text(3, _("In woorden. Een getal alleen als de publicatie het geeft."), 600)
    abstract = long_text(6, _("Staat onderaan, na alles wat een leraar nodig heeft."))


class LicenceForm(StepForm):
    """What others may do with the text of the page."""

    names = ("licence",)

    licence = forms.ChoiceField(
        choices=[("", _("kies een licentie")), *Licence.choices],
        help_text=_("Voor de tekst van deze pagina, niet voor de publicatie zelf. Meestal CC BY 4.0."),
    )


class VersionForm(StepForm):
    """Whether what is sent in is a new version of what is public."""

    names = ("is_new_version", "version_note")

    is_new_version = forms.ChoiceField(
        choices=[
            ("nee", _("Nee, ik verbeter alleen tikfouten of woorden")),
            ("ja", _("Ja, de inhoud is anders: de vorige versie blijft leesbaar")),
        ],
        widget=forms.RadioSelect,
        label=_("Is dit een nieuwe versie?"),
    )
    version_note = long_text(
        3, _("Alleen bij een nieuwe versie, en dan verplicht. Lezers zien dit bij de lijst met versies."), 600
    )
