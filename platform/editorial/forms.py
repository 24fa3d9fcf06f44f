"""The form with which editors change a content page."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm


class ContentPageForm(WagtailAdminPageForm):
    """Shows the controlled terms as lists to tick, which need no explanation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("levels", "subjects", "audiences", "regions"):
            if name in self.fields:
                field = self.fields[name]
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)
