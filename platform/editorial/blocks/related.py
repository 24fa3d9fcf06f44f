"""Pages that an editor puts together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class RelatedPagesBlock(blocks.StructBlock):
    """A short list of pages of this site."""

    title = blocks.CharBlock(label=_("kop"), required=False, max_length=100)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pagina's"), min_num=1, max_num=6)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Lees ook")
        description = _("Een tot zes pagina's van deze site.")
        template = "editorial/blocks/related_pages.html"
