"""The form with which editors change a content page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from vocabulary.tree_field import ThemesField, show_as_tree

_KINDS = {"levels": "level", "subjects": "subject", "audiences": "audience", "regions": "region"}
#: What scripts read of a form. A control of that name would hide it: an insight's ``method`` kept Wagtail from
#: saving drafts by itself, because ``form.method`` was that control.
PROPERTIES_OF_A_FORM = frozenset(
    {"action", "elements", "enctype", "length", "method", "name", "requestSubmit", "reset", "submit", "target"}
)


class ContentPageForm(WagtailAdminPageForm):
    """Shows the controlled terms as trees to tick."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "themes" in self.fields:
            self.fields["themes"] = ThemesField(
                label=self.fields["themes"].label,
                required=False,
                help_text=_("Waar gaat de pagina over? Kies liever een smal thema dan het brede erboven."),
            )
        for name, kind in _KINDS.items():
            if name in self.fields:
                show_as_tree(self.fields[name], kind)

    def add_prefix(self, field_name: str) -> str:
        """The name of a field's control, never that of a property of the form."""
        name = str(super().add_prefix(field_name))
        return f"field-{name}" if name in PROPERTIES_OF_A_FORM else name
