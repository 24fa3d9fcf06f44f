"""What a page should be, before it is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from wagtail.models import Page

from editorial.demonstration.content import Item

#: Rows of one relation of a page (its authors, its figures), in order.
Rows: TypeAlias = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class WantedPage:
    """A page as the content files describe it."""

    model: type[Page]
    item: Item
    title: str
    published_at: datetime
    #: Values of the page's own fields; of a StreamField its raw blocks.
    fields: Mapping[str, Any]
    #: Primary keys of the terms, by the name of the field.
    terms: Mapping[str, Sequence[int]] = field(default_factory=dict)
    #: Rows of child relations, by the name of the relation.
    rows: Mapping[str, Rows] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """Where a page stands, and how to build it once the pages it points at exist."""

    #: How other content refers to it: ``insights/kracht-van-feedback``.
    name: str
    #: The name of the page it stands below.
    parent: str
    slug: str
    build: Callable[[], WantedPage]
