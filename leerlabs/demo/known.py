"""What the content files name and the site has already: terms, organisations, people, pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from wagtail.models import Page

from accounts.models import Person
from editorial.demonstration.content import Item
from organisations.models import Organisation
from practices.models import InterventionPage, PracticePage, StepPlanPage
from research.models import InsightPage, PolicyPage
from research.projects.models import ProjectLinePage
from vocabulary.models import Audience, Level, Subject, Theme

_RECORDS: dict[str, tuple[type[Model], str]] = {
    "themes": (Theme, "slug"),
    "levels": (Level, "code"),
    "subjects": (Subject, "code"),
    "audiences": (Audience, "code"),
    "organisations": (Organisation, "slug"),
    "people": (Person, "slug"),
}
_PAGES: dict[str, type[Page]] = {
    "insights": InsightPage,
    "interventions": InterventionPage,
    "lines": ProjectLinePage,
    "policy": PolicyPage,
    "practices": PracticePage,
    "step_plans": StepPlanPage,
}
#: The classification that a content page takes from its file.
TERMS = ("levels", "subjects", "audiences")


class Known:
    """Primary keys by the names that content files use, read once; what is not there is a mistake in the file."""

    def __init__(self) -> None:
        self._keys = {kind: _keys_by(model, name) for kind, (model, name) in _RECORDS.items()}
        for folder, model in _PAGES.items():
            self._keys["pages"] = self._keys.get("pages", {}) | {
                f"{folder}/{slug}": pk for slug, pk in _keys_by(model, "slug").items()
            }

    def many(self, kind: str, item: Item, field: str) -> list[int]:
        """Those that a list of the item names."""
        return [self._one(kind, name, item, field) for name in item.get(field, [])]

    def one(self, kind: str, item: Item, field: str) -> int | None:
        """The one that the item names, if it names one."""
        name = item.get(field)
        return self._one(kind, name, item, field) if name else None

    def relations(self, item: Item) -> list[dict[str, Any]]:
        """Relations of a page, each with its kind."""
        return [
            {"kind": relation["kind"], "target_id": self._one("pages", relation["target"], item, "relations")}
            for relation in item.get("relations", [])
        ]

    def _one(self, kind: str, name: str, item: Item, field: str) -> int:
        if name not in self._keys[kind]:
            raise item.error(field, f"there is no {name}")
        return self._keys[kind][name]


def _keys_by(model: type[Model], name: str) -> dict[str, int]:
    return dict(model._default_manager.values_list(name, "pk"))
