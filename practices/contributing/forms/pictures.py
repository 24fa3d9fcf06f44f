"""A picture and what has to be known of it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from practices.contributing.models import PeopleInPicture
from practices.models import SubmissionPicture


class UploadForm(forms.Form):
    """Which file."""

    file = forms.FileField(label=_("Kies een foto of tekening"), help_text=_("JPG, PNG of WebP, hooguit 15 MB."))


class PictureForm(forms.ModelForm[SubmissionPicture]):
    """Nothing is required until the practice example is sent in."""

    use_required_attribute = False
    # Without the empty choice that a model's field would add.
    people = forms.ChoiceField(
        label=_("Mensen in beeld"), choices=PeopleInPicture.choices, widget=forms.RadioSelect, required=False
    )

    class Meta:
        model = SubmissionPicture
        fields = ["alternative_text", "caption", "maker", "rights", "people"]
        labels = {
            "alternative_text": _("Wat laat dit beeld zien?"),
            "caption": _("Bijschrift"),
            "maker": _("Wie maakte het?"),
            "rights": _("Waarom mag het hier staan?"),
        }
        help_texts = {
            "alternative_text": _("Voor wie het beeld niet ziet. Eén zin."),
            "caption": _("Niet verplicht. Staat onder het beeld."),
            "maker": _("De naam van de fotograaf of tekenaar; dat kun je zelf zijn."),
        }
