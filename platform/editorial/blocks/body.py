"""The body of a page: all blocks together."""

from __future__ import annotations

from wagtail import blocks

from editorial.blocks.action import CallToActionBlock
from editorial.blocks.file import DownloadBlock
from editorial.blocks.image import CreditedImageBlock
from editorial.blocks.related import RelatedPagesBlock
from editorial.blocks.step import StepBlock
from editorial.blocks.table import DataTableBlock
from editorial.blocks.text import KeyPointsBlock, QuoteBlock, TextBlock
from editorial.blocks.video import VideoBlock


class BodyBlock(blocks.StreamBlock):
    """What a page's body may consist of."""

    text = TextBlock()
    key_points = KeyPointsBlock()
    quote = QuoteBlock()
    image = CreditedImageBlock()
    video = VideoBlock()
    download = DownloadBlock()
    table = DataTableBlock()
    step = StepBlock()
    call_to_action = CallToActionBlock()
    related_pages = RelatedPagesBlock()
