"""Pictures with their maker and rights."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class CreditedImageBlock(blocks.StructBlock):
    """A picture; maker and rights come with it, the alternative text says what matters here."""

    image = ImageChooserBlock(label=_("afbeelding"))
    alternative_text = blocks.CharBlock(
        label=_("tekst voor wie het beeld niet ziet"),
        required=False,
        max_length=250,
        help_text=_("Wat laat het beeld zien? Leeg laten mag alleen bij versiering."),
    )
    decorative = blocks.BooleanBlock(label=_("alleen versiering"), required=False)
    caption = blocks.CharBlock(label=_("bijschrift"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Afbeelding")
        description = _("Beeld met maker, rechten en een tekst voor wie het niet ziet.")
        template = "editorial/blocks/image.html"
