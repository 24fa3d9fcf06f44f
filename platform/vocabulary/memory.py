"""All controlled terms, in memory: a few hundred rows that every page needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from caching.memory import per_generation
from vocabulary.models import Audience, Level, MergedTheme, Region, Subject, Theme

#: Name of a vocabulary → its facet in addresses; the order in which terms are shown.
KINDS = ("theme", "level", "subject", "audience", "region")


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term as pages and filters show it. ``parents`` holds the codes above it, the nearest first."""

    kind: str
    pk: int
    code: str
    label: str
    uri: str
    synonyms: tuple[str, ...]
    parents: tuple[str, ...]
    order: int

    @property
    def with_parents(self) -> tuple[str, ...]:
        """Its own code and those above it: what the index counts."""
        return (self.code, *self.parents)


@dataclass(frozen=True)
class Vocabulary:
    """Every term, by primary key and by code."""

    by_pk: dict[tuple[str, int], KnownTerm] = field(default_factory=dict)
    by_code: dict[tuple[str, str], KnownTerm] = field(default_factory=dict)
    merged_themes: dict[str, str] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[KnownTerm]:
        """The terms of one vocabulary, in their order."""
        return [term for (term_kind, _), term in self.by_pk.items() if term_kind == kind]

    def label(self, kind: str, code: str) -> str:
        """The label of a code; the code itself when it is not known any more."""
        term = self.by_code.get((kind, code))
        return term.label if term else code

    def children(self, kind: str, code: str) -> list[KnownTerm]:
        """The terms right below ``code``."""
        return [term for term in self.of_kind(kind) if term.parents[:1] == (code,)]


@per_generation
def vocabulary() -> Vocabulary:
    """The controlled terms of this moment; six queries, once a generation and process."""
    known = Vocabulary(merged_themes=dict(MergedTheme.objects.values_list("slug", "theme__slug")))
    for kind, model in (("level", Level), ("subject", Subject), ("region", Region), ("audience", Audience)):
        rows = {row.pk: row for row in model.objects.all()}
        for row in rows.values():
            above = _codes_above(row.pk, {pk: (r.code, getattr(r, "parent_id", None)) for pk, r in rows.items()})
            _add(
                known, KnownTerm(kind, row.pk, row.code, row.label, row.uri, tuple(row.synonym_list), above, row.order)
            )
    themes = {row.pk: row for row in Theme.objects.all()}
    for theme in themes.values():
        above = _codes_above(theme.pk, {pk: (t.slug, t.parent_id) for pk, t in themes.items()})
        _add(
            known,
            KnownTerm(
                "theme", theme.pk, theme.slug, theme.name, theme.uri, tuple(theme.synonym_list), above, theme.order
            ),
        )
    return known


def _add(known: Vocabulary, term: KnownTerm) -> None:
    known.by_pk[term.kind, term.pk] = term
    known.by_code[term.kind, term.code] = term


def _codes_above(pk: int, nodes: dict[int, tuple[str, int | None]]) -> tuple[str, ...]:
    """Codes from the parent up to the root; stops at a cycle that slipped past the form."""
    codes: list[str] = []
    seen = {pk}
    above = nodes[pk][1]
    while above is not None and above not in seen and above in nodes:
        seen.add(above)
        codes.append(nodes[above][0])
        above = nodes[above][1]
    return tuple(codes)
