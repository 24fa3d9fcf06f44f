"""The form with which editors change a content page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from vocabulary.tree_field import ThemesField, show_as_tree

_KINDS = {"levels": "level", "subjects": "subject", "audiences": "audience", "regions": "region"}


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
