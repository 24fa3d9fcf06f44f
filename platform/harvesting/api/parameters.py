"""What a client asks of a list, readable or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest

from harvesting.kinds import known_kinds
from vocabulary.memory import vocabulary

LARGEST = 100
#: Pages with their full text in one answer.
LARGEST_WITH_CONTENT = 25
DEFAULT = 50
_CURSOR = re.compile(r"\d{1,18}")


class UnreadableRequest(Exception):
    """A parameter says something that cannot be; the message says which and what would be."""


@dataclass(frozen=True, slots=True)
class ListRequest:
    """Filters, and where the list goes on."""

    after: int = 0
    kind: str = ""
    theme: str = ""
    limit: int = DEFAULT
    with_content: bool = False


def read(request: HttpRequest, cursor_name: str) -> ListRequest:
    """The parameters of a list. Raises :class:`UnreadableRequest` for one that is unknown or unreadable."""
    known = {cursor_name, "kind", "theme", "limit", "include"}
    if unknown := sorted(set(request.GET) - known):
        raise UnreadableRequest(f"Unknown parameter: {unknown[0]}. Known are: {', '.join(sorted(known))}.")
    cursor, kind = request.GET.get(cursor_name, ""), request.GET.get("kind", "")
    if cursor and not _CURSOR.fullmatch(cursor):
        raise UnreadableRequest(f"{cursor_name} has to be a cursor that an earlier answer gave.")
    if kind and kind not in known_kinds():
        raise UnreadableRequest(f"There is no such kind; kinds are: {', '.join(known_kinds())}.")
    include = request.GET.get("include", "")
    if include not in {"", "content"}:
        raise UnreadableRequest("include can be: content.")
    with_content = include == "content"
    return ListRequest(int(cursor or 0), kind, _theme(request), _limit(request, with_content), with_content)


def _theme(request: HttpRequest) -> str:
    asked = request.GET.get("theme", "")
    known = vocabulary()
    slug = known.merged_themes.get(asked, asked)
    if slug and ("theme", slug) not in known.by_code:
        raise UnreadableRequest("There is no such theme; /api/v1/themes/ tells which there are.")
    return slug


def _limit(request: HttpRequest, with_content: bool) -> int:
    text = request.GET.get("limit", "")
    largest = LARGEST_WITH_CONTENT if with_content else LARGEST
    if not text:
        return min(DEFAULT, largest)
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= LARGEST:
        raise UnreadableRequest(f"limit has to be a number from 1 to {LARGEST}.")
    return min(int(text), largest)
