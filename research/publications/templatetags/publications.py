"""How a publication is written down: its authors in short, its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import template

from editorial.evidence import Certainty
from research import surnames

register = template.Library()

_RANGE = re.compile(r"(?<=\d)\s*-+\s*(?=\d)")


@register.filter
def authors_text(authors: Sequence[Any]) -> str:
    """Authors of a page by their surnames: ``Van der Berg en De Vries``."""
    return surnames.authors_text([author.person for author in authors])


@register.filter
def page_range(pages: str) -> str:
    """``81–112``: a range has a dash, whatever somebody typed."""
    return _RANGE.sub("–", pages)


@register.filter
def criteria_of(level: object) -> str:
    """What research must show for a level of certainty, by its number as a form has it."""
    return str(Certainty(int(str(level))).criteria)
