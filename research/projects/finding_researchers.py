"""Finding a researcher in the list, by name or by institute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from caching.memory import per_generation
from research.projects.public_people import listed
from search.analysis.folding import fold

LONGEST_QUERY = 100
MOST_WORDS = 8
#: What parts words in a name: "Jansen-de Vries", "d'Arc", "v.d. Berg".
_BETWEEN = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Findable:
    """A researcher, and the folded words by which they are found."""

    pk: int
    words: frozenset[str]

    def has(self, asked: Sequence[str]) -> bool:
        """Whether each word that is asked begins one of these."""
        return all(any(word.startswith(one) for word in self.words) for one in asked)


def query_in(text: str) -> str:
    """What somebody looks for, within bounds."""
    return " ".join(text.split())[:LONGEST_QUERY]


def found(query: str) -> list[int]:
    """Keys of the researchers with all these words, in the order of the list; everybody for no words.

    Capitals and accents do not matter, nor where the particle stands: "Berg van der", "v.d. Berg" and "vandenberg"
    find whoever is called so. Asks nothing as long as nothing on the site changes, and one query after that.
    """
    asked = words_in(query)[:MOST_WORDS]
    return [one.pk for one in _findable() if one.has(asked)]


def words_in(text: str) -> list[str]:
    """The words of a name or a query, folded."""
    return [word for part in _BETWEEN.split(text) if (word := fold(part))]


@per_generation
def _findable() -> tuple[Findable, ...]:
    names = listed().values_list("pk", "given_name", "particle", "family_name", "organisation__name")
    return tuple(Findable(pk, _words_of(*parts)) for pk, *parts in names)


def _words_of(given: str, particle: str, family: str, organisation: str | None) -> frozenset[str]:
    before, name = words_in(particle), words_in(family)
    initials = "".join(word[0] for word in before)
    joined = {"".join([*before, *name]), initials, initials + "".join(name)} if before else set()
    return frozenset({*words_in(given), *before, *name, *joined, *words_in(organisation or "")})
