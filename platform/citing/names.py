"""Names of authors in the shape of CSL: a person in parts, an institution as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from accounts.models import Person

#: A person (``family``, ``given``, ``non-dropping-particle`` such as "van der", ``suffix``) or a ``literal``.
CslName = TypedDict(
    "CslName",
    {
        "family": str,
        "given": str,
        "non-dropping-particle": str,
        "dropping-particle": str,
        "suffix": str,
        "literal": str,
    },
    total=False,
)

#: A name that begins so is no person's, also when a comma stands in it.
_INSTITUTION = re.compile(
    r"(?:ministerie|ministry|department|inspectie|raad|universiteit|university|stichting|gemeente|centrum|centraal"
    r"|centre|center|nederlands|koninklijke|commissie|committee|onderwijsraad|organisation|organization|vereniging"
    r"|institute|instituut|hogeschool|nationaal|national|expertisecentrum|kenniscentrum)\b",
    re.IGNORECASE,
)


def name_of(person: Person) -> CslName:
    """The name of a person's record; one with a family name only is an institution or a single name."""
    if not person.given_name and not person.particle:
        return {"literal": person.family_name}
    name: CslName = {"family": person.family_name}
    if person.given_name:
        name["given"] = person.given_name
    if person.particle:
        name["non-dropping-particle"] = person.particle
    return name


def person_name(family: str, given: str = "", suffix: str = "") -> CslName:
    """A name in parts; lower-case words in front of the family name become its particle."""
    family, given, suffix = family.strip(), given.strip(), suffix.strip()
    name: CslName = {}
    particle, rest = split_particle(family)
    if particle:
        name["non-dropping-particle"] = particle
    name["family"] = rest
    if given:
        name["given"] = given
    if suffix:
        name["suffix"] = suffix
    return name


def name_from_text(text: str) -> CslName:
    """A name as files write it: ``van der Werf, Greetje``; without a comma it is one whole."""
    text = " ".join(text.split())
    if "," not in text or _INSTITUTION.match(text):
        return {"literal": text.rstrip(",")}
    family, given, *suffix = (part.strip() for part in text.split(",", 2))
    if not given and not suffix:
        return {"literal": family}
    return person_name(family, given, suffix[0] if suffix else "")


def split_particle(family: str) -> tuple[str, str]:
    """``("van der", "Werf")`` of "van der Werf": the lower-case words in front. Empty where there are none."""
    words = family.split()
    count = 0
    while count < len(words) and words[count].lstrip("'’")[:1].islower():
        count += 1
    if count == len(words):
        return "", family
    return " ".join(words[:count]), " ".join(words[count:])


def whole_family(name: CslName) -> str:
    """The family name with its particles in front: "van der Werf"; the whole of an institution."""
    if "literal" in name:
        return name["literal"]
    parts = (name.get("dropping-particle"), name.get("non-dropping-particle"), name.get("family"))
    return " ".join(part for part in parts if part)
