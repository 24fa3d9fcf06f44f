"""Names of people, in the parts that the Netherlands sorts and writes them by."""

from __future__ import annotations

from typing import NamedTuple

#: Words that stand before a family name and do not count when sorting.
PARTICLES = frozenset(
    {"van", "von", "de", "den", "der", "des", "het", "'t", "'n", "ter", "ten", "te", "op", "in", "aan", "bij"}
    | {"uit", "over", "onder", "voor", "tot", "d'", "l'", "le", "la", "les", "du", "el", "al", "bin", "ibn"}
)


class Name(NamedTuple):
    """A name as :class:`accounts.models.Person` keeps it."""

    given: str
    particle: str
    family: str


def split_full_name(name: str) -> Name:
    """``Marieke van der Berg`` → Marieke, van der, Berg. The first word is the given name."""
    given, _, rest = name.strip().partition(" ")
    if not rest:
        return Name("", "", given)
    return split_family_name(given, rest)


def split_family_name(given: str, family: str) -> Name:
    """``Van der Werf`` → van der, Werf. A capital on the particle is that of a name without a given name."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in PARTICLES:
        count += 1
    return Name(given.strip(), " ".join(words[:count]).lower(), " ".join(words[count:]))
