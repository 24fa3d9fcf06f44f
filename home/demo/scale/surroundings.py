"""What generated pages are spread over: the terms, places and people that the site has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import Person
from home.demo.scale.sentences import Choices
from organisations.models import Municipality, Organisation, OrganisationKind
from vocabulary.models import Audience, Level, Subject, Theme

#: The levels that a text can speak of.
_GROUPS = ("so", "sbo", *(f"groep-{number}" for number in range(1, 9)))


class NothingToSpreadOverError(Exception):
    """The site has no terms or schools yet: load the demo content first."""


@dataclass(frozen=True)
class Topic:
    """A theme with the words by which a text speaks of it."""

    theme_id: int
    words: Choices


@dataclass(frozen=True)
class Group:
    """A level with the words by which a text speaks of it."""

    level_id: int
    words: str


@dataclass(frozen=True)
class Surroundings:
    """Everything that can be chosen, read once."""

    topics: tuple[Topic, ...]
    groups: tuple[Group, ...]
    subject_ids: tuple[int, ...]
    audience_ids: tuple[int, ...]
    school_ids: tuple[int, ...]
    #: Primary key and name.
    municipalities: tuple[tuple[int, str], ...]
    person_ids: tuple[int, ...]


def look_around() -> Surroundings:
    """Reads what there is. Raises NothingToSpreadOverError on an empty site."""
    found = Surroundings(
        topics=tuple(_topic(theme) for theme in Theme.objects.order_by("pk")),
        groups=tuple(_group(level) for level in Level.objects.filter(code__in=_GROUPS).order_by("pk")),
        subject_ids=tuple(Subject.objects.order_by("pk").values_list("pk", flat=True)),
        audience_ids=tuple(Audience.objects.order_by("pk").values_list("pk", flat=True)),
        school_ids=tuple(_example_schools().values_list("pk", flat=True)),
        municipalities=tuple(Municipality.objects.order_by("pk").values_list("pk", "name")),
        person_ids=tuple(Person.objects.filter(is_example=True).order_by("pk").values_list("pk", flat=True)),
    )
    if not all((found.topics, found.groups, found.subject_ids, found.school_ids, found.person_ids)):
        raise NothingToSpreadOverError("load the demo content first: there are no themes, levels or schools")
    return found


def _topic(theme: Theme) -> Topic:
    return Topic(theme.pk, Choices(_spoken([theme.name, *theme.synonym_list])))


def _group(level: Level) -> Group:
    return Group(level.pk, level.label if level.code.startswith("groep") else f"het {level.label}")


def _example_schools() -> QuerySet[Organisation]:
    return Organisation.objects.filter(kind=OrganisationKind.SCHOOL, is_example=True).order_by("pk")


def _spoken(names: Iterable[str]) -> list[str]:
    """Names as they stand inside a sentence: without a capital, unless of an abbreviation or a language."""
    return [
        name if name[:2].isupper() or name.startswith("Nederlands") else name[:1].lower() + name[1:] for name in names
    ]
