"""A picture and what has to be known of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.licences import MediaRights
from practices.models import SubmissionPicture


class UploadForm(forms.Form):
    """Which file."""

    file = forms.FileField(label=_("Kies een foto of tekening"), help_text=_("JPG, PNG of WebP, hooguit 15 MB."))


class PictureForm(forms.ModelForm[SubmissionPicture]):
    """Nothing is required until the practice example is sent in."""

    use_required_attribute = False

    class Meta:
        model = SubmissionPicture
        fields = ["alternative_text", "caption", "maker", "rights", "people"]
        labels = {
            "alternative_text": _("Wat laat dit beeld zien?"),
            "caption": _("Bijschrift"),
            "maker": _("Wie maakte het?"),
            "rights": _("Waarom mag het hier staan?"),
            "people": _("Mensen in beeld"),
        }
        help_texts = {
            "alternative_text": _("Voor wie het beeld niet ziet. Eén zin."),
            "caption": _("Niet verplicht. Staat onder het beeld."),
            "maker": _("De naam van de fotograaf of tekenaar; dat kun je zelf zijn."),
        }
        widgets = {"people": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = SubmissionPicture._meta.get_field("people").choices
        self.fields["rights"].choices = [("", _("kies")), *MediaRights.choices]
