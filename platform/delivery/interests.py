"""What people work on, as the room that keeps profiles tells it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interests:
    """The groups somebody teaches and the themes they know about, with the themes above or below those that count."""

    group_ids: frozenset[int] = frozenset()
    theme_ids: frozenset[int] = frozenset()


#: Of these people, who gave interests.
InterestsOf = Callable[[Collection[int]], Mapping[int, Interests]]

_tellers: list[InterestsOf] = []


def tell(interests_of: InterestsOf) -> None:
    """Let this say what people work on; asked a batch at a time. Raises ValueError when somebody does already."""
    if _tellers:
        raise ValueError("Somebody tells what people work on already")
    _tellers.append(interests_of)


def interests_of_all(user_ids: Collection[int]) -> Mapping[int, Interests]:
    """The interests of each of these people; empty ones for who gave none."""
    told = _tellers[0](user_ids) if _tellers and user_ids else {}
    return {user_id: told.get(user_id, Interests()) for user_id in user_ids}
