"""What the builders of pages look up: terms, people, organisations, pages, editions, media."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from accounts.models import Person
from editorial.demonstration.content import Item
from organisations.models import Municipality, Organisation
from practices.models import Edition
from vocabulary.models import Audience, Level, Region, Subject, Theme

_TERMS: dict[str, tuple[type[Model], str]] = {
    "themes": (Theme, "slug"),
    "levels": (Level, "code"),
    "subjects": (Subject, "code"),
    "audiences": (Audience, "code"),
    "regions": (Region, "code"),
}


class World:
    """Primary keys of everything that content files name, read once.

    ``pages`` grows while pages are made. While ``complete`` is false, a page that is not there yet is left
    out; afterwards it is a mistake.
    """

    def __init__(self) -> None:
        self.terms = {name: _by(model, key) for name, (model, key) in _TERMS.items()}
        self.people = _by(Person, "slug")
        self.organisations = _by(Organisation, "slug")
        self.municipalities = _by(Municipality, "slug")
        self.editions = _by(Edition, "code")
        self.pages: dict[str, int] = {}
        self.media: dict[str, int] = {}
        self.complete = False

    def term_ids(self, item: Item, field: str) -> list[int]:
        """The terms that an item names in one of its lists."""
        return [self._one(self.terms[field], code, item, field) for code in item.get(field, [])]

    def person_id(self, item: Item, field: str, default: str = "") -> int | None:
        """The person that an item names."""
        slug = item.get(field, default)
        return self._one(self.people, slug, item, field) if slug else None

    def organisation_id(self, item: Item, field: str) -> int | None:
        """The organisation that an item names."""
        slug = item.get(field)
        return self._one(self.organisations, slug, item, field) if slug else None

    def municipality_id(self, item: Item, field: str) -> int | None:
        """The municipality that an item names."""
        slug = item.get(field)
        return self._one(self.municipalities, slug, item, field) if slug else None

    def edition_id(self, item: Item, code: str) -> int:
        """The edition with this code."""
        return self._one(self.editions, code, item, "edition")

    def page_ids(self, item: Item, field: str, names: list[str]) -> list[int]:
        """The pages with these names, in order."""
        if self.complete:
            return [self._one(self.pages, name, item, field) for name in names]
        return [self.pages[name] for name in names if name in self.pages]

    def media_id(self, item: Item, field: str, name: str) -> int:
        """An image or document that the loader made."""
        return self._one(self.media, name, item, field)

    def _one(self, known: dict[str, int], key: str, item: Item, field: str) -> int:
        if key not in known:
            raise item.error(field, f"there is no {key}")
        return known[key]


def _by(model: type[Model], key: str) -> dict[str, int]:
    rows: list[tuple[Any, int]] = list(model._default_manager.values_list(key, "pk"))
    return dict(rows)
