"""The form with which editors change a content page."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from vocabulary.tree_field import ThemesField, show_as_tree

_KINDS = {"levels": "level", "subjects": "subject", "audiences": "audience", "regions": "region"}


class ContentPageForm(WagtailAdminPageForm):
    """Shows the controlled terms as trees to tick."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "themes" in self.fields:
            themes = self.fields["themes"]
            self.fields["themes"] = ThemesField(label=themes.label, required=False, help_text=themes.help_text)
        for name, kind in _KINDS.items():
            if name in self.fields:
                show_as_tree(self.fields[name], kind)
