"""What the page of an organisation shows of what it shares. Rooms above add their own part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from organisations.models import Organisation

Viewer = User | AnonymousUser
#: A section shows at most so many, and says where the rest is.
MOST_ITEMS = 12


@dataclass(frozen=True, slots=True)
class SharedItem:
    """One thing that is shared. ``kind`` is a kind of content of the look (``practice``), or empty."""

    title: str
    url: str
    kind: str = ""
    summary: str = ""
    #: A short fact beside it: a role, a year.
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it. One without items is not shown."""

    title: str
    items: Sequence[SharedItem]
    kind: str = "page"
    more_url: str = ""
    more_text: str = ""


Share = Callable[[Organisation, Viewer], Section | None]
_shares: dict[str, Share] = {}


def register(name: str, share: Share) -> None:
    """Add a section to the page of every organisation, in the order of registering.

    ``share`` is asked at each showing, in few queries whatever the number, and answers only what this viewer
    may see: visitors' pages are kept for all visitors. Raises ValueError for a name that is taken.
    """
    if name in _shares:
        raise ValueError(f"{name} shares something of organisations already")
    _shares[name] = share


def sections(organisation: Organisation, viewer: Viewer) -> list[Section]:
    """What there is to show to this viewer."""
    asked = (share(organisation, viewer) for share in _shares.values())
    return [section for section in asked if section is not None and section.items]
