"""Sections that rooms above add to a content page: the conversations about it, what came of trying it.

A room registers a maker once, when it is ready; the page's template shows what the makers make. A page is kept
for anonymous readers, so a section shows only what everyone may see, and a room whose section changes calls
:func:`caching.generation.renew_on_commit`. What differs per reader (a button for members) goes into the
section's template, which knows ``request`` and ``user``: a page for somebody signed in is never kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page: its heading, and the template that shows what is below that.

    The template gets the variables of the page's own template, ``section``, and those of ``context``.
    ``anchor`` is the id of the heading: one word, in Dutch, that no other part of the page has.
    """

    anchor: str
    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


Maker = Callable[[Page], Section | None]

_makers: dict[str, tuple[int, Maker]] = {}


def register(name: str, make: Maker, order: int = 100) -> None:
    """Have ``make`` called for every published insight, practice example and intervention that is shown.

    ``make`` gets the page, as an instance of its own class, and answers None where it has nothing to say; it may
    ask one or two queries. A lower ``order`` comes first. Raises ValueError for a name that is taken.
    """
    if name in _makers:
        raise ValueError(f"A page section called {name} is there already")
    _makers[name] = (order, make)


def sections_of(page: Page) -> list[Section]:
    """The sections of ``page`` in their order; none for a page that is not saved yet."""
    if page.pk is None:
        return []
    made = (make(page) for _order, make in sorted(_makers.values(), key=lambda entry: entry[0]))
    return [section for section in made if section is not None]
