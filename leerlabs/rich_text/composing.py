"""From what somebody typed to what is kept: references in place of names, and safe HTML, once, on the way in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accounts.profiles import Viewer
from editorial.sanitise import sanitise
from leerlabs.models import Thread
from leerlabs.rich_text.blocks import Surroundings, addresses_in, to_html
from leerlabs.rich_text.cards import page_finder
from leerlabs.rich_text.mentions import names_to_references
from leerlabs.rich_text.quotes import quotation_check
from leerlabs.rich_text.references import mentioned_in, without_references

#: Characters; longer is an article, and belongs on a page.
MAX_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class Composed:
    """A text ready to be kept."""

    source: str
    body: str
    mentioned: frozenset[int]


def compose(
    typed: str, *, leerlab_id: int, author: Viewer, thread: Thread | None = None, kept: Mapping[str, int] | None = None
) -> Composed:
    """What to keep of ``typed``. At most three queries, each only where the text asks for it.

    ``thread`` is where it may quote from; ``kept`` are the handles that it had before an edit.
    """
    clean = without_references(typed.replace("\x00", "")).strip()[:MAX_LENGTH]
    source = names_to_references(clean, leerlab_id, author, kept or {})
    surroundings = Surroundings(
        is_quotation=quotation_check(thread, source), page_at=page_finder(addresses_in(source)[:20])
    )
    body = sanitise(to_html(source, surroundings))
    return Composed(source, body, frozenset(mentioned_in(source)))
