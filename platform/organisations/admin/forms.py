"""What editors fill in about organisations, besides the records themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from organisations.importing.reading import LARGEST_BYTES
from organisations.models import Organisation


class UploadForm(forms.Form):
    """The file with organisations."""

    file = forms.FileField(
        label=_("CSV-bestand"),
        help_text=_("Met een regel koppen: soort, naam, code, bestuur, gemeente, website. Hooguit 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )

    def clean_file(self) -> UploadedFile:
        """Refuses what is too large before it is read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError(_("Het bestand is groter dan 10 MB. Splits het in delen."))
        return file


class MergeForm(forms.Form):
    """Which organisation the other one goes into."""

    target = forms.ModelChoiceField(
        label=_("Samenvoegen met"),
        queryset=Organisation.objects.all(),
        help_text=_("Deze organisatie blijft."),
        widget=AdminSnippetChooser(Organisation),
    )


class DecisionForm(forms.Form):
    """Yes, for which organisation; or no, and why."""

    organisation = forms.ModelChoiceField(
        label=_("Organisatie in het register"),
        queryset=Organisation.objects.all(),
        required=False,
        help_text=_("Staat de organisatie er al in, kies die dan. Leeg: er komt een nieuwe organisatie bij."),
        widget=AdminSnippetChooser(Organisation),
    )
    reason = forms.CharField(
        label=_("Reden bij afwijzen"),
        required=False,
        max_length=1000,
        help_text=_("Komt in de mail aan de aanvrager."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Refusing takes a reason."""
        cleaned = super().clean() or self.cleaned_data
        if "refuse" in self.data and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Zeg waarom niet."))
        return cleaned
