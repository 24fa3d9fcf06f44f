"""Running text and its small companions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail_footnotes.blocks import RichTextBlockWithFootnotes

#: What a text may contain; headings start at h2, below the page's title.
TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "footnotes"]
#: For short texts inside another block.
SMALL_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class TextBlock(RichTextBlockWithFootnotes):
    """Text with headings, lists, links and footnotes."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Tekst")
        description = _("Lopende tekst met tussenkoppen, lijsten, links en voetnoten.")
        template = "editorial/blocks/text.html"
        preview_value = "<h2>Waarom dit werkt</h2><p>Kinderen die vaak ophalen wat ze weten, onthouden het langer.</p>"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, and whose they are."""

    text = blocks.TextBlock(label=_("citaat"), max_length=600)
    attribution = blocks.CharBlock(label=_("wie zegt dit"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Citaat")
        description = _("Woorden van iemand, met naam of rol.")
        template = "editorial/blocks/quote.html"
        preview_value = {"text": "Ze wilden ineens wél hardop lezen.", "attribution": "leraar groep 5"}


class KeyPointsBlock(blocks.StructBlock):
    """A few sentences to take along."""

    title = blocks.CharBlock(label=_("kop"), required=False, max_length=80)
    points = blocks.ListBlock(blocks.CharBlock(max_length=240), label=_("punten"), min_num=1, max_num=7)

    class Meta:
        icon = "list-ul"
        label = _("Kernpunten")
        description = _("Drie tot vijf korte zinnen die een lezer onthoudt.")
        template = "editorial/blocks/key_points.html"
        preview_value = {"title": "Kort", "points": ["Oefen kort en vaak.", "Kijk na een week terug."]}
