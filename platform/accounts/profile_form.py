"""Changing one's own profile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from accounts.photos import square_photo
from accounts.profiles import PARTS


class ProfileForm(forms.ModelForm[Profile]):
    """Every part with who may see it; the organisation is managed elsewhere, only who sees it is chosen here."""

    photo = forms.FileField(
        label=_("Foto"),
        required=False,
        help_text=_("JPEG, PNG of WebP. We bewaren een vierkant uit het midden, zonder plaats of tijd van opname."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    orcid = forms.CharField(
        label=_("ORCID"), required=False, max_length=60, help_text=_("Voor onderzoekers: vier groepen van vier tekens.")
    )
    remove_photo = forms.BooleanField(label=_("Foto weghalen"), required=False)

    class Meta:
        model = Profile
        fields = [
            "display_name",
            "role",
            "levels",
            "themes",
            "biography",
            "orcid",
            *(f"{part}_visibility" for part in PARTS),
        ]
        widgets = {
            "levels": forms.CheckboxSelectMultiple,
            "themes": forms.CheckboxSelectMultiple,
            "biography": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["display_name"].required = True
        self.fields["display_name"].widget.attrs["autocomplete"] = "name"

    def clean_orcid(self) -> str:
        """Also taken as the address that ORCID gives."""
        return str(self.cleaned_data["orcid"]).strip("/ ").rpartition("/")[2]

    def clean_photo(self) -> Any:
        """The picture as we keep it. Raises ValidationError for what is none."""
        upload = self.cleaned_data.get("photo")
        return square_photo(upload) if isinstance(upload, UploadedFile) else None

    def parts(self) -> list[tuple[list[forms.BoundField], forms.BoundField]]:
        """Each part as the form shows it: its fields, and who may see it."""
        fields = {"photo": ["photo", "remove_photo"] if self.instance.photo else ["photo"], "organisation": []}
        return [([self[name] for name in fields.get(part, [part])], self[f"{part}_visibility"]) for part in PARTS]

    def save(self, commit: bool = True) -> Profile:
        """Keeps the profile and the new photo; the photo from before goes once all of it is kept."""
        profile = super().save(commit=False)
        before = profile.photo.name if profile.photo else ""
        new = self.cleaned_data.get("photo")
        if new is not None:
            profile.photo.save(new.name, new, save=False)
        elif self.cleaned_data.get("remove_photo"):
            profile.photo = ""
        profile.save()
        self.save_m2m()
        storage = profile.photo.storage
        if before and before != profile.photo.name:
            transaction.on_commit(lambda: storage.delete(before))
        return profile
