"""Municipalities, organisations and people that the content points at."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model

from accounts.models import Person
from editorial.demonstration.content import Item
from editorial.demonstration.rows import Tally, keep
from home.demo.content import read_rows
from home.demo.names import Name, split_family_name, split_full_name
from organisations.models import Municipality, Organisation
from vocabulary.models import Region

FILE = "organisations.toml"
M = TypeVar("M", bound=Model)


def load_municipalities(tally: Tally) -> None:
    """Municipalities with their region; regions stand in the vocabulary."""
    regions = {region.code: region for region in Region.objects.all()}
    for item in read_rows(FILE, "municipalities"):
        if item["region"] not in regions:
            raise item.error("region", f"there is no region {item['region']}")
        values = {"name": item["name"], "code": item["code"], "region": regions[item["region"]]}
        keep(Municipality, {"slug": item["slug"]}, values, item, tally)
        item.check_all_read()


def load_organisations(tally: Tally) -> None:
    """Organisations; what the file does not call real is an example. A board stands above its schools."""
    for item in read_rows(FILE, "organisations"):
        values = {
            "name": item["name"],
            "kind": item["kind"],
            "code": item.get("code", ""),
            "website": item.get("website", ""),
            "is_example": item.get("is_example", True),
            "municipality": _by_slug(Municipality, item, "municipality"),
            "board": _by_slug(Organisation, item, "board"),
        }
        keep(Organisation, {"slug": item["slug"]}, values, item, tally)
        item.check_all_read()


def load_people(tally: Tally) -> None:
    """Contacts and people in practice examples: all examples."""
    for item in read_rows(FILE, "persons"):
        name = split_full_name(item["name"]) if "name" in item else Name("", "", item["family"])
        values = {
            **_name_fields(name),
            "role": item.get("role", ""),
            "email": item.get("email", ""),
            "biography": item.get("biography", ""),
            "organisation": _by_slug(Organisation, item, "organisation"),
            "is_example": item.get("is_example", True),
        }
        keep(Person, {"slug": item["slug"]}, values, item, tally)
        item.check_all_read()


def load_author(given: str, family: str, slug: str, item: Item, tally: Tally) -> Person:
    """The author of a real publication: no example, and nothing known but the name."""
    name = split_family_name(given, family)
    return keep(Person, {"slug": slug}, {**_name_fields(name), "is_example": False}, item, tally)


def _name_fields(name: Name) -> dict[str, str]:
    return {"given_name": name.given, "particle": name.particle, "family_name": name.family}


def _by_slug(model: type[M], item: Item, field: str) -> M | None:
    slug = item.get(field)
    if not slug:
        return None
    row = model._default_manager.filter(slug=slug).first()
    if row is None:
        raise item.error(field, f"{slug} is not in {FILE}")
    return row
