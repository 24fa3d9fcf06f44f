"""Which fields of a reference each kind of publication uses; the others are folded away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editorial.contributing.field_rows import FieldRow
from research.models import PublicationType

#: What every kind has.
_ALWAYS = frozenset(
    {
        "reference_title",
        "publication_type",
        "publication_date",
        "doi",
        "source_url",
        "source_language",
        "funder",
    }
)
_OF_KIND: dict[str, frozenset[str]] = {
    PublicationType.ARTICLE: frozenset({"published_in", "published_in_short", "volume", "issue", "pages", "issn"}),
    PublicationType.REPORT: frozenset({"publisher", "publisher_place", "isbn"}),
    PublicationType.CHAPTER: frozenset(
        {"published_in", "pages", "book_editors", "publisher", "publisher_place", "isbn"}
    ),
    PublicationType.BOOK: frozenset({"publisher", "publisher_place", "isbn"}),
    PublicationType.THESIS: frozenset({"publisher", "publisher_place", "isbn"}),
    PublicationType.DATASET: frozenset({"publisher"}),
    PublicationType.WEB_PAGE: frozenset({"publisher"}),
}


@dataclass(frozen=True, slots=True)
class SortedRows:
    """The rows of a kind, and the others with whether they have to be seen at once."""

    used: list[FieldRow]
    others: list[FieldRow]
    is_open: bool


def sorted_for(kind: str, rows: Iterable[FieldRow]) -> SortedRows:
    """``rows`` for this kind, in their order. Of a kind that is not known all are shown."""
    every = list(rows)
    if kind not in _OF_KIND:
        return SortedRows(every, [], False)
    wanted = _ALWAYS | _OF_KIND[kind]
    others = [row for row in every if row.field.name not in wanted]
    return SortedRows([row for row in every if row.field.name in wanted], others, any(map(_says_something, others)))


def _says_something(row: FieldRow) -> bool:
    """Whether something stands in it, is wrong with it, or was said of it."""
    differs = row.theirs is not None or row.elsewhere is not None
    return bool(row.field.value() or row.field.errors or row.remarks) or differs
