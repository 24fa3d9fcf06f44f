"""A way on from a text."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CallToActionBlock(blocks.StructBlock):
    """One thing the reader can do now: a page of this site or an address elsewhere."""

    title = blocks.CharBlock(label=_("kop"), max_length=100)
    text = blocks.TextBlock(label=_("toelichting"), required=False, max_length=300)
    page = blocks.PageChooserBlock(label=_("pagina"), required=False)
    address = blocks.URLBlock(label=_("of een adres elders"), required=False)
    button = blocks.CharBlock(label=_("tekst op de knop"), max_length=50)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Exactly one of page and address."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Kies een pagina of geef een adres, niet allebei."))}
            )
        return cleaned

    class Meta:
        icon = "link"
        label = _("Oproep")
        description = _("Een kader met één knop: wat kan de lezer nu doen?")
        template = "editorial/blocks/call_to_action.html"
        preview_value = {"title": "Doe mee", "text": "", "button": "Meld je aan", "address": "https://example.org/"}
