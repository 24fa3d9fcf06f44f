"""The query string of an address, brought to one form, so that a page is kept once."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import parse_qsl, urlencode

from caching.policy import Policy

Pairs: TypeAlias = tuple[tuple[str, str], ...]

#: A longer query string is not kept: nobody filters that much.
MAX_LENGTH = 512
#: Left by newsletters, adverts and social media, for scripts that we do not have; no view reads them.
_TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "twclid"})
_TRACKING_PREFIXES = ("utm_", "mtm_")


def readable_pairs(query: str) -> Pairs | None:
    """The filled-in parameters as they were given, without those that only track; None for a query not kept."""
    if len(query) > MAX_LENGTH or not query.isascii():
        return None
    try:
        found = parse_qsl(query, errors="strict")
    except ValueError:
        return None
    if any("\x00" in name or "\x00" in value for name, value in found):
        return None
    return tuple(pair for pair in found if not _tracks(pair[0]))


def asks_anew(pairs: Pairs, policy: Policy) -> bool:
    """Whether a parameter says that the view has to be asked every time."""
    return any(name in policy.except_with for name, _ in pairs)


def relevant(pairs: Pairs, policy: Policy) -> Pairs:
    """Those that make another page, each once and sorted; of one whose order counts all values as they were given."""
    sets = sorted({pair for pair in pairs if pair[0] in policy.params and pair[0] not in policy.ordered})
    return (*sets, *(pair for name in policy.ordered for pair in pairs if pair[0] == name))


def canonical(pairs: Pairs) -> str:
    """The one query string of these parameters."""
    return urlencode(pairs)


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
