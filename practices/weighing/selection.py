"""What somebody chose to compare, read from an address: in the order of choosing, nothing lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

#: The parameter of an address that holds the id of a page, once for each.
PARAMETER = "p"
EDITION_PARAMETER = "editie"
QUERY_PARAMETER = "q"
#: The list to which somebody goes back: its slug and its query string.
LIST_PARAMETER = "bij"
LEAST, MOST = 2, 4
#: More ids than these are not read: nobody chooses so many by hand.
MOST_READ = 24


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids that can be ids, each once, and how many values were something else or said twice."""

    page_ids: tuple[int, ...] = ()
    unreadable: int = 0
    repeated: int = 0
    unread: int = 0


def read_selection(values: Sequence[str]) -> Selection:
    """The selection in these values of :data:`PARAMETER`; empty values are none."""
    given = [text for value in values if (text := value.strip())]
    read = given[:MOST_READ]
    ids = [int(text) for text in read if re.fullmatch("[0-9]{1,9}", text, re.ASCII)]
    chosen = tuple(dict.fromkeys(ids))
    return Selection(
        page_ids=chosen,
        unreadable=len(read) - len(ids),
        repeated=len(ids) - len(chosen),
        unread=len(given) - len(read),
    )


def compare_url(page_ids: Iterable[int], edition: str = "") -> str:
    """The address that compares these pages in this order."""
    pairs = [(PARAMETER, str(page_id)) for page_id in page_ids]
    if edition:
        pairs.append((EDITION_PARAMETER, edition))
    query = urlencode(pairs)
    return reverse("weighing:compare") + (f"?{query}" if query else "")
