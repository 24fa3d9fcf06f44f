"""The form with which editors change an insight."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.forms import ContentPageForm


class InsightForm(ContentPageForm):
    """Asks whether what is about to be published is a new version, and what changed in it."""

    is_new_version = forms.BooleanField(
        label=_("Dit wordt een nieuwe versie"),
        required=False,
        help_text=_(
            "Bij een wijziging van de inhoud. De vorige versie blijft dan leesbaar. Een tikfout telt niet mee."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.latest = latest_version(self.instance.pk)
        self.initial["is_new_version"] = bool(self.latest and self.instance.version > self.latest)
        if not self.latest:
            self.fields.pop("is_new_version", None)

    def clean(self) -> dict[str, Any]:
        """A new version says what changed; what is withdrawn says why."""
        given: dict[str, Any] = super().clean()
        if given.get("is_new_version") and not given.get("version_note", "").strip():
            self.add_error("version_note", _("Zeg wat er in de nieuwe versie is veranderd."))
        if given.get("withdrawn_on") and not given.get("withdrawn_reason", "").strip():
            self.add_error("withdrawn_reason", _("Zeg waarom deze pagina is ingetrokken."))
        return given

    def save(self, commit: bool = True) -> Any:
        """The number of the version goes along with the draft, so that publishing it later makes that version."""
        if self.latest:
            self.instance.version = self.latest + bool(self.cleaned_data.get("is_new_version"))
        return super().save(commit)


def latest_version(page_id: int | None) -> int:
    """The number of the latest published version; 0 for a page that was never public."""
    from research.publications.versions import latest_number

    return latest_number(page_id)
