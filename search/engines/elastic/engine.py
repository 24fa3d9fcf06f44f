"""The public index in Elasticsearch."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from itertools import chain
from typing import Any

from elasticsearch import NotFoundError
from elasticsearch.helpers import scan

from search.documents import SearchDocument
from search.engines.base import SearchEngine
from search.engines.elastic.answers import results
from search.engines.elastic.build import FreshIndex, bulk_write
from search.engines.elastic.connection import Connection, unavailable_when_failing
from search.engines.elastic.related import related_search
from search.engines.elastic.schema import MADE_BY, SHOWN, mapping
from search.engines.elastic.searching import PlanSearch
from search.engines.elastic.sources import delete_action, index_action
from search.engines.elastic.suggestions import matching_texts, suggestion_search
from search.query.plan import QueryPlan
from search.results import Hit, SearchResults, in_order

#: Documents that are asked for at a time when all fingerprints are read.
SCAN_PAGE = 2_000


class ElasticsearchEngine(SearchEngine):
    """Searches the index behind an alias; a rebuild moves the alias.

    ``timeout_seconds`` is what a search may take in all, the way there and back included.
    """

    name = "elasticsearch"

    def __init__(self, url: str, prefix: str, timeout_seconds: float) -> None:
        self._connection = Connection(url, timeout_seconds)
        self._alias = f"{prefix}-pages"

    def search(self, plan: QueryPlan) -> SearchResults:
        """One request when some page has what was asked, otherwise up to two more for what comes close."""
        return PlanSearch(plan, self._connection, self._alias).results()

    def suggest(self, prefix: str, limit: int = 8) -> list[str]:
        """Titles and keywords with all the words, the last one begun."""
        body = suggestion_search(prefix)
        return matching_texts(prefix, self._ask(body), limit) if body else []

    def related(self, page_id: int, limit: int = 4) -> SearchResults:
        """Pages with the words and themes that set this one apart."""
        return results(self._ask(related_search(self._alias, page_id, limit)))

    def pages(self, page_ids: Collection[int]) -> tuple[Hit, ...]:
        """These pages in the order asked for, as far as the index has them."""
        if not page_ids:
            return ()
        wanted = {"terms": {"page_id": list(page_ids)}}
        answer = self._ask({"query": wanted, "size": len(page_ids), "_source": list(SHOWN)})
        return in_order(results(answer).hits, page_ids)

    def apply(self, upserts: Iterable[SearchDocument], deletes: Iterable[int]) -> None:
        """Write to the index in use, and wait until searches see it."""
        with unavailable_when_failing():
            writer = self._connection.writer
            actions = chain(map(index_action, upserts), map(delete_action, deletes))
            for _ in bulk_write(writer, self._alias, actions):
                pass
            writer.indices.refresh(index=self._alias)

    @contextmanager
    def build(self, provenance: str = "") -> Iterator[FreshIndex]:
        """A fresh index; it is thrown away unless it was swapped in."""
        with unavailable_when_failing():
            fresh = FreshIndex(self._connection.writer, self._alias, provenance)
        try:
            yield fresh
        finally:
            fresh.throw_away()

    def shape(self) -> str:
        """A digest of the mapping."""
        fields = json.dumps(mapping().to_dict(), sort_keys=True)
        return blake2b(fields.encode(), digest_size=8).hexdigest()

    def provenance(self) -> str | None:
        """What the mapping of the index in use says beside its fields."""
        with unavailable_when_failing():
            try:
                answer = self._connection.writer.indices.get_mapping(index=self._alias)
            except NotFoundError:
                return None
            (index,) = answer.values()
            return str(index["mappings"].get("_meta", {}).get(MADE_BY, ""))

    def keep_provenance(self, provenance: str) -> None:
        """Write it in the mapping of the index in use."""
        with unavailable_when_failing():
            self._connection.writer.indices.put_mapping(index=self._alias, meta={MADE_BY: provenance})

    def fingerprints(self) -> Iterator[tuple[int, str]]:
        """Every document's, in no order."""
        with unavailable_when_failing():
            for hit in scan(
                self._connection.writer,
                index=self._alias,
                query={"_source": ["page_id", "fingerprint"]},
                size=SCAN_PAGE,
            ):
                yield hit["_source"]["page_id"], hit["_source"]["fingerprint"]

    def count(self) -> int:
        """Documents in the index in use."""
        with unavailable_when_failing():
            return int(self._connection.writer.count(index=self._alias)["count"])

    def _ask(self, body: dict[str, Any]) -> dict[str, Any]:
        (answer,) = self._connection.ask(self._alias, [body], self._connection.deadline())
        return answer
