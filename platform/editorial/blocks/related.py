"""Pages that an editor puts together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.publicity import is_public


class RelatedPagesBlock(blocks.StructBlock):
    """A short list of pages of this site."""

    title = blocks.CharBlock(label=_("kop"), required=False, max_length=100)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pagina's"), min_num=1, max_num=6)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Lees ook")
        description = _("Een tot zes pagina's van deze site.")
        template = "editorial/blocks/related_pages.html"

    def get_context(self, value: Mapping[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Adds ``shown``: those of the pages that everyone may read."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "shown": [page for page in value["pages"] if is_public(page)]}
