"""What news, theme pages and plain pages add to what machines read."""

from __future__ import annotations

from harvesting import metadata
from harvesting.metadata import Additions
from home.models import NewsPage, PlainPage, ThemePage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        NewsPage.content_kind,
        lambda page: Additions(schema_types=("NewsArticle",), issued=page.date),
        text_fields=("intro", "body"),
        file_fields=("flyer",),
    )
    metadata.register(
        ThemePage.content_kind,
        lambda page: Additions(schema_types=("CollectionPage",), dc_type="Collection", datacite_type="Collection"),
        text_fields=("known", "works", "does_not_work"),
    )
    metadata.register(PlainPage.content_kind, lambda page: Additions(schema_types=("WebPage",)), text_fields=("body",))
