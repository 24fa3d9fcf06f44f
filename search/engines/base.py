"""The interface both engines keep. One contract suite in tests/search holds them to it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from search.documents import SearchDocument
from search.query.plan import QueryPlan
from search.results import Hit, SearchResults


class EngineUnavailable(Exception):
    """The engine did not answer, refused, or has no index yet."""


class IndexBuild(Protocol):
    """A fresh index that nobody searches yet."""

    def add(self, documents: Iterable[SearchDocument]) -> Iterator[int]:
        """Add all, lazily and in bounded memory; yields the number added after each batch."""
        ...

    def swap(self) -> None:
        """Make this the index that is searched, atomically; the one before is removed."""
        ...


class SearchEngine(ABC):
    """A place that keeps documents and finds them."""

    name: str

    @abstractmethod
    def search(self, plan: QueryPlan) -> SearchResults:
        """Answer in one round trip. Raises :class:`EngineUnavailable`, nothing else, when it cannot."""

    @abstractmethod
    def suggest(self, prefix: str, limit: int = 8) -> list[str]:
        """Titles and keywords that have words beginning so, best first."""

    @abstractmethod
    def related(self, page_id: int, limit: int = 4) -> SearchResults:
        """Pages like this one, itself left out."""

    @abstractmethod
    def pages(self, page_ids: Collection[int]) -> tuple[Hit, ...]:
        """These pages as the index keeps them, in the order asked for; what it does not have is left out.

        Raises :class:`EngineUnavailable`, nothing else, when it cannot.
        """

    @abstractmethod
    def apply(self, upserts: Iterable[SearchDocument], deletes: Iterable[int]) -> None:
        """Bring the current index up to date and make it visible before returning."""

    @abstractmethod
    def build(self, provenance: str = "") -> AbstractContextManager[IndexBuild]:
        """Start a fresh index beside the current one, which keeps this; left without ``swap`` it is thrown away."""

    @abstractmethod
    def shape(self) -> str:
        """Names the fields that a fresh index gets, those that rooms added included."""

    @abstractmethod
    def provenance(self) -> str | None:
        """What the current index was told that it was made by; None when there is no index.

        Also of an index that this code cannot read. Raises :class:`EngineUnavailable` when nobody can know.
        """

    @abstractmethod
    def keep_provenance(self, provenance: str) -> None:
        """Let the current index say that it was made by this."""

    @abstractmethod
    def fingerprints(self) -> Iterator[tuple[int, str]]:
        """Page id and content fingerprint of every indexed document, for ``check`` and ``repair``."""

    @abstractmethod
    def count(self) -> int:
        """Number of documents in the current index."""
