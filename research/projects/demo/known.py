"""What the content files name and the site has already: terms, organisations, people, pages."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Model
from wagtail.models import Page

from accounts.models import Person
from editorial.demonstration.content import Item
from organisations.models import Organisation
from vocabulary.models import Audience, Level, Region, Subject, Theme

_RECORDS: dict[str, tuple[type[Model], str]] = {
    "themes": (Theme, "slug"),
    "levels": (Level, "code"),
    "subjects": (Subject, "code"),
    "audiences": (Audience, "code"),
    "regions": (Region, "code"),
    "organisations": (Organisation, "slug"),
    "people": (Person, "slug"),
}
#: Where pages of other rooms stand: this room does not know their classes.
_SECTIONS = {
    "insights": "onderzoek",
    "practices": "praktijk",
    "interventions": "menukaart",
    "policy": "beleid",
    "step_plans": "stappenplannen",
}


class Known:
    """Primary keys by the names that content files use, read once; what is not there is a mistake in the file."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[str, int]] = {
            kind: dict(model._default_manager.values_list(key, "pk")) for kind, (model, key) in _RECORDS.items()
        }
        self._keys["pages"] = {
            f"{folder}/{slug}": pk
            for folder, section in _SECTIONS.items()
            for slug, pk in _pages_below(section).items()
        }

    def many(self, kind: str, item: Item, field: str, names: Sequence[str]) -> list[int]:
        """Those that are named."""
        return [self.one(kind, item, field, name) for name in names]

    def one(self, kind: str, item: Item, field: str, name: str) -> int:
        """The one that is named."""
        if name not in self._keys[kind]:
            raise item.error(field, f"there is no {name}")
        return self._keys[kind][name]


def _pages_below(section: str) -> dict[str, int]:
    parent = Page.objects.filter(depth=3, slug=section).first()
    return dict(Page.objects.child_of(parent).values_list("slug", "pk")) if parent else {}
