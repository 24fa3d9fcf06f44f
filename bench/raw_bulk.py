"""The floor of rebuilding on Elasticsearch: the client's own bulk helper, fed with finished documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.documents import SearchDocument
from search.engines.elastic.build import BULK_DOCUMENTS, WHILE_BUILDING, bulk_write
from search.engines.elastic.schema import SETTINGS, mapping
from search.engines.elastic.sources import index_action

INDEX, ALIAS = "bench-raw", "bench-raw-writing"
WRITE_SECONDS = 120


class RawBulk:
    """Writes the same finished documents with the bare helper, and the way a rebuild writes them."""

    def __init__(self) -> None:
        self._client = Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=WRITE_SECONDS)
        self._actions: list[dict[str, Any]] = []

    def analyse(self, documents: Iterable[SearchDocument]) -> None:
        """Finish the documents: this is where our analysis happens."""
        self._actions = [index_action(document) for document in documents]

    def write_raw(self) -> None:
        """The helper with its own settings, but as many documents a request as we send."""
        self._fresh_index()
        bulk(self._client, ({**action, "_index": INDEX} for action in self._actions), chunk_size=BULK_DOCUMENTS)
        self._client.indices.refresh(index=INDEX)

    def write_as_we_do(self) -> None:
        """The stream of a rebuild, with its alias and its checks of each answer."""
        self._fresh_index()
        for _ in bulk_write(self._client, ALIAS, (dict(action) for action in self._actions)):
            pass
        self._client.indices.refresh(index=INDEX)

    def _fresh_index(self) -> None:
        self._client.indices.delete(index=INDEX, ignore_unavailable=True)
        self._client.indices.create(
            index=INDEX,
            settings={**SETTINGS, **WHILE_BUILDING},
            mappings=mapping().to_dict(),
            aliases={ALIAS: {}},
        )
