"""Steps of an approach."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.blocks.text import SMALL_TEXT_FEATURES


class StepBlock(blocks.StructBlock):
    """One step: what one does, in a few sentences."""

    title = blocks.CharBlock(label=_("stap"), max_length=120)
    text = blocks.RichTextBlock(label=_("wat je doet"), features=SMALL_TEXT_FEATURES)

    class Meta:
        icon = "tasks"
        label = _("Stap")
        description = _("Een stap van een aanpak; de nummers komen vanzelf.")
        template = "editorial/blocks/step.html"
        preview_value = {"title": "Kies een tekst", "text": "<p>Neem een tekst van hooguit een bladzijde.</p>"}
