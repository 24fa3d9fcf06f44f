"""The embedded engine behind the interface that both engines keep."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from tantivy import Query

from search.documents import SearchDocument
from search.engines.base import IndexBuild, SearchEngine
from search.engines.embedded.hits import page_of_hits
from search.engines.embedded.matching import of_pages
from search.engines.embedded.reading import IndexReader, unavailable_when_failing
from search.engines.embedded.relating import related_hits
from search.engines.embedded.schema import schema_version
from search.engines.embedded.searching import PlanSearch
from search.engines.embedded.storage import IndexFolders
from search.engines.embedded.suggesting import suggestions
from search.engines.embedded.writing import building, update
from search.query.plan import QueryPlan
from search.results import Hit, SearchResults, in_order


class EmbeddedEngine(SearchEngine):
    """An index in a folder of this machine; keep one engine a process, it may be used by many threads."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folders = IndexFolders(folder)
        self._reader = IndexReader(self._folders)

    def search(self, plan: QueryPlan) -> SearchResults:
        """Answer from one state of the index."""
        started = time.perf_counter()
        with unavailable_when_failing():
            results = PlanSearch(plan, self._reader.snapshot()).results()
        return replace(results, took_ms=(time.perf_counter() - started) * 1000)

    def suggest(self, prefix: str, limit: int = 8) -> list[str]:
        """Titles and keywords that have words beginning so, best first."""
        with unavailable_when_failing():
            return suggestions(self._reader.snapshot().searcher, prefix, limit)

    def related(self, page_id: int, limit: int = 4) -> SearchResults:
        """Pages like this one, itself left out."""
        started = time.perf_counter()
        with unavailable_when_failing():
            searcher = self._reader.snapshot().searcher
            hits = page_of_hits(searcher, related_hits(searcher, page_id, limit), frozenset())
        took_ms = (time.perf_counter() - started) * 1000
        return SearchResults(hits=hits, total=len(hits), engine=self.name, took_ms=took_ms)

    def pages(self, page_ids: Collection[int]) -> tuple[Hit, ...]:
        """These pages in the order asked for, as far as the index has them."""
        if not page_ids:
            return ()
        with unavailable_when_failing():
            searcher = self._reader.snapshot().searcher
            found = searcher.search(of_pages(page_ids), len(page_ids)).hits
            return in_order(page_of_hits(searcher, found, frozenset()), page_ids)

    def apply(self, upserts: Iterable[SearchDocument], deletes: Iterable[int]) -> None:
        """Bring the current index up to date; readers in all processes see it with their next search."""
        update(self._folders, upserts, deletes)

    def build(self, provenance: str = "") -> AbstractContextManager[IndexBuild]:
        """Start a fresh index beside the current one; left without ``swap`` it is thrown away."""
        return building(self._folders, provenance)

    def shape(self) -> str:
        """The version in the name of a folder."""
        return schema_version()

    def provenance(self) -> str | None:
        """What stands in the folder in use, whichever version that is."""
        with unavailable_when_failing():
            return self._folders.provenance()

    def keep_provenance(self, provenance: str) -> None:
        """Write it in the folder in use."""
        with unavailable_when_failing():
            self._folders.keep_provenance(self._folders.current(), provenance)

    def fingerprints(self) -> Iterator[tuple[int, str]]:
        """Page id and content fingerprint of every indexed document."""
        with unavailable_when_failing():
            searcher = self._reader.snapshot().searcher
            identities = searcher.terms_with_prefix("identity", "", filter_query=Query.all_query())
        for identity, count in identities:
            if count:
                page_id, _, content = identity.partition(":")
                yield int(page_id), content

    def count(self) -> int:
        """Number of documents in the current index."""
        with unavailable_when_failing():
            return int(self._reader.snapshot().searcher.num_docs)
