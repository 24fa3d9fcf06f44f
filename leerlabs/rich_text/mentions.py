"""``@Saar Jansen``: names into references when a text comes in, and back when its author edits it.

The first words of a name will do where only one member's name begins with them: most people write ``@Saar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from accounts.models import User
from accounts.profiles import Viewer, display_name, may_see
from leerlabs.models import LeerlabMembership
from leerlabs.rich_text.references import MENTION, mention, mentioned_in

#: More in one text is calling everybody.
MAX_MENTIONS = 20
_AT = re.compile(r"(?<![\w@./])@(?=\w)")
_FIRST_WORD = re.compile(r"\w{1,40}")
_PICKER_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Mentionable:
    """Somebody who can be mentioned. ``handle`` is the name, with a number for the second of that name."""

    user_id: int
    handle: str


def mentionable(leerlab_id: int, viewer: Viewer, beginnings: Iterable[str]) -> list[Mentionable]:
    """Members of one Leerlab whose shown name begins with one of ``beginnings``. One query."""
    wanted = Q(pk__in=[])
    for beginning in beginnings:
        wanted |= Q(user__profile__display_name__istartswith=beginning)
        wanted |= Q(user__profile__display_name="", user__first_name__istartswith=beginning)
    rows = (
        LeerlabMembership.objects.active()
        .filter(wanted, leerlab_id=leerlab_id, is_shown=True, user__is_active=True)
        .select_related("user__profile")
        .order_by("pk")
    )
    seen: dict[str, int] = {}
    found = []
    for user in (row.user for row in rows):
        name = _name_of(user, viewer)
        if name:
            times = seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
            found.append(Mentionable(user.pk, name if times == 1 else f"{name} {times}"))
    return found


def suggestions(leerlab_id: int, viewer: Viewer, typed: str) -> list[str]:
    """The first few handles that begin with what was typed after the ``@``."""
    first = _FIRST_WORD.match(typed)
    if first is None:
        return []
    begins = typed.casefold()
    handles = [somebody.handle for somebody in mentionable(leerlab_id, viewer, [first[0]])]
    return sorted(handle for handle in handles if handle.casefold().startswith(begins))[:_PICKER_LENGTH]


def names_to_references(typed: str, leerlab_id: int, author: Viewer, kept: Mapping[str, int]) -> str:
    """``typed`` with a reference for every name of a member; ``kept`` are those that an earlier version had."""
    starts = [found.end() for found in _AT.finditer(typed)]
    beginnings = {found[0].casefold() for at in starts if (found := _FIRST_WORD.match(typed, at))}
    if not beginnings:
        return typed
    known = {somebody.handle: somebody.user_id for somebody in mentionable(leerlab_id, author, sorted(beginnings)[:50])}
    handles = [*{**known, **kept}.items(), *_by_first_words(known).items()]
    longest_first = sorted(handles, key=lambda pair: -len(pair[0]))
    parts, at, count = [], 0, 0
    for start in starts:
        found_one = next((pair for pair in longest_first if _stands_at(typed, start, pair[0])), None)
        if found_one and count < MAX_MENTIONS and start > at:
            parts += [typed[at : start - 1], mention(found_one[1])]
            at = start + len(found_one[0])
            count += 1
    return "".join([*parts, typed[at:]])


def references_to_names(source: str, leerlab_id: int, viewer: Viewer) -> tuple[str, dict[str, int]]:
    """``source`` as its author edits it, and which handle stands for whom."""
    ids = mentioned_in(source)
    if not ids:
        return MENTION.sub(lambda _found: f"@{nobody()}", source), {}
    users = {user.pk: user for user in User.objects.filter(pk__in=ids).select_related("profile")}
    names = {pk: _name_of(user, viewer) for pk, user in users.items()}
    beginnings = [found[0] for name in names.values() if (found := _FIRST_WORD.match(name))]
    handles = {one.user_id: one.handle for one in mentionable(leerlab_id, viewer, beginnings)}
    handles = {**{pk: name for pk, name in names.items() if name}, **handles}
    text = MENTION.sub(lambda found: f"@{handles.get(int(found[1])) or nobody()}", source)
    return text, {handle: pk for pk, handle in handles.items() if pk in users}


def nobody() -> str:
    """Who is named where somebody has left."""
    return display_name(None)


def _by_first_words(known: Mapping[str, int]) -> dict[str, int]:
    """The first words of each name, where nobody else's name begins with them."""
    whose: dict[str, set[int]] = {}
    for handle, user_id in known.items():
        words = handle.split()
        for count in range(1, len(words)):
            whose.setdefault(" ".join(words[:count]).casefold(), set()).add(user_id)
    return {beginning: ids.pop() for beginning, ids in whose.items() if len(ids) == 1}


def _name_of(user: User, viewer: Viewer) -> str:
    profile = user.profile
    if not (profile.display_name or user.get_full_name()) or not may_see(profile, "display_name", viewer):
        return ""
    return display_name(user, viewer)


def _stands_at(text: str, at: int, handle: str) -> bool:
    end = at + len(handle)
    return text[at:end].casefold() == handle.casefold() and not text[end : end + 1].isalnum()
