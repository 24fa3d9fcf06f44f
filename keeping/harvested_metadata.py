"""What dossiers add to what machines read: their introduction; the pages in them speak for themselves."""

from __future__ import annotations

from harvesting import metadata
from harvesting.metadata import Additions
from keeping.models import DossierPage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        DossierPage.content_kind,
        lambda page: Additions(schema_types=("CollectionPage",), dc_type="Collection", datacite_type="Collection"),
        text_fields=("intro",),
    )
