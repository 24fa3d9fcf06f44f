"""A fresh index that takes the place of the one in use."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from secrets import token_hex
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import streaming_bulk

from search.documents import SearchDocument
from search.engines.base import EngineUnavailable
from search.engines.elastic.connection import unavailable_when_failing
from search.engines.elastic.schema import MADE_BY, SETTINGS, mapping
from search.engines.elastic.sources import index_action

#: Documents a request: large enough to keep the server busy, small enough to keep memory flat.
BULK_DOCUMENTS = 500
BULK_BYTES = 8 * 1024 * 1024
#: Nobody searches it yet and the pages are still there: no copies, no refreshes.
WHILE_BUILDING = {"refresh_interval": "-1", "auto_expand_replicas": "false", "number_of_replicas": 0}


class FreshIndex:
    """Keeps the :class:`~search.engines.base.IndexBuild` interface."""

    def __init__(self, client: Elasticsearch, alias: str, provenance: str) -> None:
        self._client = client
        self._alias = alias
        #: The name sorts by when the build began.
        self.name = f"{alias}-{time.time_ns():020d}-{token_hex(3)}"
        # Written through an alias of its own: when another build removed this index meanwhile, writing fails
        # instead of making an index without a mapping.
        self._writing = f"{self.name}-writing"
        client.indices.create(
            index=self.name,
            settings={**SETTINGS, **WHILE_BUILDING},
            mappings={**mapping().to_dict(), "_meta": {MADE_BY: provenance}},
            aliases={self._writing: {}},
        )

    def add(self, documents: Iterable[SearchDocument]) -> Iterator[int]:
        """Write all, a bulk request at a time; yields the number written after each."""
        with unavailable_when_failing():
            yield from _counted(bulk_write(self._client, self._writing, map(index_action, documents)))

    def swap(self) -> None:
        """Let searches find this index instead, in one step; remove whatever is older than this."""
        with unavailable_when_failing():
            self._client.indices.put_settings(
                index=self.name,
                settings={name: SETTINGS[name] for name in ("refresh_interval", "auto_expand_replicas")},
            )
            self._client.indices.refresh(index=self.name)
            older = [name for name in self._others() if name < self.name]
            self._client.indices.update_aliases(
                actions=[
                    {"remove": {"index": self.name, "alias": self._writing}},
                    {"add": {"index": self.name, "alias": self._alias}},
                    *({"remove_index": {"index": name}} for name in older),
                ]
            )

    def throw_away(self) -> None:
        """Remove this index, unless it is in use."""
        with unavailable_when_failing():
            try:
                aliases = self._client.indices.get_alias(index=self.name)[self.name]["aliases"]
            except NotFoundError:
                return
            if self._alias not in aliases:
                self._client.indices.delete(index=self.name)

    def _others(self) -> list[str]:
        """Indices of this site: the one in use, and builds that never came to their swap."""
        return [name for name in self._client.indices.get(index=f"{self._alias}-*") if name != self.name]


def bulk_write(client: Elasticsearch, alias: str, actions: Iterable[dict[str, Any]]) -> Iterator[None]:
    """Stream actions to an alias; yields once an action. Deleting what is not there is no error."""
    written = streaming_bulk(
        client,
        actions,
        index=alias,
        chunk_size=BULK_DOCUMENTS,
        max_chunk_bytes=BULK_BYTES,
        max_retries=3,
        raise_on_error=False,
        require_alias=True,
    )
    for done, item in written:
        ((_, outcome),) = item.items()
        if not done and outcome.get("result") != "not_found":
            raise EngineUnavailable(f"Elasticsearch refused document {outcome.get('_id')}: {outcome.get('error')}")
        yield


def _counted(written: Iterable[None]) -> Iterator[int]:
    count = 0
    for count, _ in enumerate(written, start=1):
        if count % BULK_DOCUMENTS == 0:
            yield BULK_DOCUMENTS
    if rest := count % BULK_DOCUMENTS:
        yield rest
