"""Documents and questions, in as few words as a test needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from search.documents import SearchDocument
from search.engines.base import SearchEngine
from search.facets import FACET_NAMES
from search.query.build_plan import build_plan
from search.query.parse import parse
from search.query.plan import QueryPlan
from search.results import SearchResults

_page_ids = count(10_000)


def document(title: str = "Een pagina", body: str = "", **fields: Any) -> SearchDocument:
    """A document with an id of its own; facets may be given by name: ``thema=("lezen",)``."""
    page_id = fields.pop("page_id", None) or next(_page_ids)
    named = [name for name in FACET_NAMES if name != "type"]
    facets = {name: tuple(fields.pop(name)) for name in named if name in fields}
    kind = fields.pop("type", "praktijk")
    return SearchDocument(
        page_id=page_id,
        type=kind,
        title=title,
        path=fields.pop("path", f"/pagina/{page_id}/"),
        body=body,
        facets={"type": (kind,), **facets},
        **fields,
    )


def plan(
    query: str = "",
    synonyms: tuple[tuple[str, ...], ...] = (),
    pinned: tuple[int, ...] = (),
    **parameters: str | Sequence[str],
) -> QueryPlan:
    """The plan for the parameters of an address: ``plan("lezen", thema=["taal"], pagina="2")``."""
    given = {name: [value] if isinstance(value, str) else list(value) for name, value in parameters.items()}
    return build_plan(parse({"q": [query], **given}), synonyms=synonyms, pinned=pinned)


def search(engine: SearchEngine, query: str = "", **arguments: Any) -> SearchResults:
    """Ask the engine."""
    return engine.search(plan(query, **arguments))


def titles(results: SearchResults) -> list[str]:
    """Titles of the hits, in order."""
    return [hit.title for hit in results.hits]


def fill(engine: SearchEngine, documents: Iterable[SearchDocument]) -> None:
    """Put documents into a fresh index and make it the one in use."""
    with engine.build() as build:
        for _ in build.add(documents):
            pass
        build.swap()
