"""Who can speak in a Leerlab of the demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.demonstration.content import Item
from leerlabs.demo.people import Member
from leerlabs.models import LeerlabPage


@dataclass(frozen=True, slots=True)
class Company:
    """Who can speak in one Leerlab."""

    lab: LeerlabPage
    members: Mapping[str, Member]

    def member(self, slug: str, item: Item, field: str) -> Member:
        """The one of this name. Raises ContentError for somebody who does not take part."""
        if slug not in self.members:
            raise item.error(field, f"{slug} does not take part in this Leerlab")
        return self.members[slug]
