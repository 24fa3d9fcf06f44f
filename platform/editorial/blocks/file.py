"""Files to download."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class DownloadBlock(blocks.StructBlock):
    """One file, shown with its type and size."""

    document = DocumentChooserBlock(label=_("bestand"))
    title = blocks.CharBlock(label=_("titel"), required=False, max_length=150)
    description = blocks.CharBlock(label=_("waarvoor is dit"), required=False, max_length=250)

    class Meta:
        icon = "download"
        label = _("Download")
        description = _("Een bestand, met soort en grootte erbij.")
        template = "editorial/blocks/download.html"
