"""What the codes in facets are called. Vocabularies are known here; other labels come from the rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from django.utils.functional import Promise

from editorial.evidence import Certainty, PracticeEvidence
from editorial.licences import Licence
from vocabulary.memory import KnownTerm, vocabulary

Label: TypeAlias = str | Promise
#: Facets whose codes are a controlled vocabulary.
VOCABULARY_OF_FACET: Mapping[str, str] = {
    "thema": "theme",
    "niveau": "level",
    "vak": "subject",
    "doelgroep": "audience",
    "regio": "region",
}

_from_rooms: dict[str, dict[str, Label]] = {"type": {}, "categorie": {}}
_fixed: dict[str, Callable[[], Mapping[str, Label]]] = {
    "bewijs": lambda: {
        **{level.code: level.label for level in Certainty},
        **{level.code: level.label for level in PracticeEvidence},
    },
    "licentie": lambda: {licence.value: licence.short for licence in Licence},
}


def register(facet: str, labels: Mapping[str, Label]) -> None:
    """Let a room name its codes in ``facet``; their order is the order in which they are shown."""
    _from_rooms.setdefault(facet, {}).update(labels)


def term_of(facet: str, code: str) -> KnownTerm | None:
    """The controlled term behind a code, if the facet is a vocabulary and knows it."""
    kind = VOCABULARY_OF_FACET.get(facet)
    return vocabulary().by_code.get((kind, code)) if kind else None


def label(facet: str, code: str) -> str:
    """What ``code`` is called; the code itself when nobody knows it."""
    if facet in VOCABULARY_OF_FACET:
        return vocabulary().label(VOCABULARY_OF_FACET[facet], code)
    return str(_labels(facet).get(code, code))


def codes(facet: str) -> list[str]:
    """The known codes of a facet, in the order in which they are shown."""
    if facet in VOCABULARY_OF_FACET:
        return [term.code for term in vocabulary().of_kind(VOCABULARY_OF_FACET[facet])]
    return list(_labels(facet))


def _labels(facet: str) -> Mapping[str, Label]:
    return _fixed[facet]() if facet in _fixed else _from_rooms.get(facet, {})
