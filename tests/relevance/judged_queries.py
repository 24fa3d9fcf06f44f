"""The judged queries: what people type, and how well each page answers it.

One file a kind below ``judged/``. The keys ``3``, ``2`` and ``1`` of a query list the addresses of pages with
that grade: 3 is what the searcher came for, 2 answers part of it, 1 touches on it; all other pages have 0.
Judged by reading the pages, before anything was searched for. ``held_out`` queries are measured apart and never
looked at while the ranking is improved; ``first`` names the one page that has to come first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "judged"
GRADES = ("3", "2", "1")


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One query; ``kind`` is the name of its file."""

    query: str
    kind: str
    about: str
    #: Address of a page to its grade.
    grades: Mapping[str, int]
    held_out: bool = False
    first: str = ""


def judged_queries() -> list[JudgedQuery]:
    """All of them. Raises ValueError with the query for a slip in the files."""
    queries = [
        _judged(row, path.stem)
        for path in sorted(FOLDER.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["queries"]
    ]
    texts = [judged.query for judged in queries]
    if twice := {text for text in texts if texts.count(text) > 1}:
        raise ValueError(f"judged twice: {twice}")
    return queries


def _judged(row: Mapping[str, Any], kind: str) -> JudgedQuery:
    query = row["query"]
    if unknown := set(row) - {"query", "about", "held_out", "first", *GRADES}:
        raise ValueError(f"{query}: unknown {unknown}")
    pairs = [(address, int(grade)) for grade in GRADES for address in row.get(grade, [])]
    grades = dict(pairs)
    if len(grades) < len(pairs):
        raise ValueError(f"{query}: a page has two grades")
    if 3 not in grades.values():
        raise ValueError(f"{query}: no page is what the searcher came for")
    return JudgedQuery(query, kind, row["about"], grades, row.get("held_out", False), row.get("first", ""))
