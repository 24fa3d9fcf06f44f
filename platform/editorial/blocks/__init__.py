"""The content blocks that editors compose a page of."""

from editorial.blocks.action import CallToActionBlock
from editorial.blocks.body import BodyBlock
from editorial.blocks.file import DownloadBlock
from editorial.blocks.image import CreditedImageBlock
from editorial.blocks.related import RelatedPagesBlock
from editorial.blocks.step import StepBlock
from editorial.blocks.table import DataTableBlock
from editorial.blocks.text import KeyPointsBlock, QuoteBlock, TextBlock
from editorial.blocks.video import VideoBlock

__all__ = [
    "BodyBlock",
    "CallToActionBlock",
    "CreditedImageBlock",
    "DataTableBlock",
    "DownloadBlock",
    "KeyPointsBlock",
    "QuoteBlock",
    "RelatedPagesBlock",
    "StepBlock",
    "TextBlock",
    "VideoBlock",
]
