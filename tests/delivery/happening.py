"""A kind of event whose audience and visibility a test decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import delivery
from delivery.kinds import Kind, Message, Reason
from delivery.models import Event

_numbers = count(1)


@dataclass
class Happening:
    """Register ``kind``; then say who hears, who may see, and what there is to read."""

    audience: list[Reason] = field(default_factory=list)
    hidden_from: set[int] = field(default_factory=set)
    gone: bool = False
    fails_for: Any = None
    message: Message = field(default_factory=lambda: Message("Saar antwoordde je", "Goed idee!", "/gesprek/12/#p3"))

    @property
    def kind(self) -> Kind:
        return Kind("test.happened", self._audience, self._may_see, self._present)

    def told_to(self, *users: Any, concerned: bool = True, why: str = "Je doet mee aan dit gesprek.") -> None:
        """These people are the audience from now on."""
        self.audience = [Reason(user.pk, why, concerned=concerned) for user in users]

    def happens(self, *, actor: Any = None, about: str = "thread:12", key: str = "") -> None:
        """It happens, and is told at once."""
        delivery.announce(
            "test.happened",
            about=about,
            context=("leerlab:3",),
            actor_id=actor.pk if actor else None,
            data={},
            key=key or f"happening {next(_numbers)}",
        )

    def _audience(self, event: Event) -> Iterable[Reason]:
        return iter(self.audience)

    def _may_see(self, event: Event, user: Any) -> bool:
        return user.pk not in self.hidden_from

    def _present(self, event: Event, user: Any) -> Message | None:
        if user == self.fails_for:
            raise RuntimeError("of the room")
        return None if self.gone else self.message
