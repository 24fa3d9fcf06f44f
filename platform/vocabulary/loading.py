"""Loading the controlled terms that every site starts with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from vocabulary.models import Audience, Level, Region, Subject
from vocabulary.models.term import Term

DATA = Path(__file__).parent / "data"
#: File → model; a parent stands above its children in its file.
FILES: dict[str, type[Term]] = {
    "levels.toml": Level,
    "subjects.toml": Subject,
    "audiences.toml": Audience,
    "regions.toml": Region,
}
_STEP = 10


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many terms were new, and how many were there already."""

    made: int = 0
    kept: int = 0


@transaction.atomic
def load_terms() -> Loaded:
    """Add the terms of the data files that are not there yet; the second time it adds none.

    A term that exists stays as editors made it: label, synonyms, order and place are theirs.
    """
    made = kept = 0
    for name, model in FILES.items():
        known: dict[str, Term] = {term.code: term for term in model._default_manager.all()}
        rows = tomllib.loads((DATA / name).read_text(encoding="utf-8"))["terms"]
        for place, row in enumerate(rows, start=1):
            if row["code"] in known:
                kept += 1
                continue
            known[row["code"]] = _make(model, row, place * _STEP, known)
            made += 1
    return Loaded(made, kept)


def _make(model: type[Term], row: dict[str, Any], order: int, known: dict[str, Term]) -> Term:
    values: dict[str, Any] = {
        "code": row["code"],
        "label": row["label"],
        "synonyms": "\n".join(row.get("synonyms", [])),
        "uri": row.get("uri", ""),
        "order": order,
    }
    if "parent" in row:
        values["parent"] = known[row["parent"]]
    term = model(**values)
    term.full_clean()
    term.save()
    return term
