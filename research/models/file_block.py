"""A file of a publication."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.blocks import DownloadBlock

FILE_KINDS = (
    ("text", _("de publicatie zelf")),
    ("dataset", _("dataset")),
    ("instrument", _("vragenlijst, toets of ander meetinstrument")),
    ("other", _("ander bestand")),
)


class PublicationFileBlock(DownloadBlock):
    """A file and what it is to the publication. Its licence is that of the document."""

    kind = blocks.ChoiceBlock(label=_("wat is het"), choices=FILE_KINDS, default="other")
