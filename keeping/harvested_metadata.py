"""What dossiers add to what machines read: their introduction, and which pages they are made of, in order."""

from __future__ import annotations

from collections.abc import Iterator

from harvesting import metadata
from harvesting.metadata import Additions
from keeping.models import DossierPage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        DossierPage.content_kind,
        lambda page: Additions(
            schema_types=("Collection", "CollectionPage"), dc_type="Collection", datacite_type="Collection"
        ),
        text_fields=("intro",),
        part_ids=_part_ids,
    )


def _part_ids(page: DossierPage) -> Iterator[int]:
    for block in page.parts.raw_data:
        if page_id := block["value"].get("page"):
            yield page_id
