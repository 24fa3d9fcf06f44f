"""The organisations and people that only the project lines name."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model

from accounts.models import Person
from editorial.demonstration.content import Item
from editorial.demonstration.rows import Tally, keep
from organisations.models import Municipality, Organisation

M = TypeVar("M", bound=Model)


def keep_organisation(item: Item, tally: Tally) -> None:
    """One organisation; what the file does not call real is an example."""
    values = {
        "name": item["name"],
        "kind": item["kind"],
        "code": item.get("code", ""),
        "municipality": _named(Municipality, item, "municipality"),
        "board": _named(Organisation, item, "board"),
        "is_example": item.get("is_example", True),
    }
    keep(Organisation, {"slug": item["slug"]}, values, item, tally)
    item.check_all_read()


def keep_person(item: Item, tally: Tally) -> None:
    """One invented person."""
    values = {
        "given_name": item["given"],
        "particle": item.get("particle", ""),
        "family_name": item["family"],
        "role": item["role"],
        "organisation": _named(Organisation, item, "organisation"),
        "email": item["email"],
        "biography": item["biography"],
        "is_example": True,
    }
    keep(Person, {"slug": item["slug"]}, values, item, tally)
    item.check_all_read()


def _named(model: type[M], item: Item, field: str) -> M | None:
    slug = item.get(field)
    if not slug:
        return None
    row = model._default_manager.filter(slug=slug).first()
    if row is None:
        raise item.error(field, f"there is no {slug}")
    return row
