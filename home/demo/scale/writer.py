"""Writing one generated page: its own choices, and the texts that follow from them."""

from __future__ import annotations

import random
from typing import Any

from editorial.demonstration.identity import stable_uuid
from home.demo.scale.sentences import Choices, grammar
from home.demo.scale.surroundings import Surroundings

_SEED = "samen onderwijs versnellen"
_SUMMARY_LENGTH = 300
_TITLE_LENGTH = 120


class Chance(random.Random):
    """Choices that come out the same for the same words. For texts; never for secrets."""


class Writer:
    """The choices of the page with this number: what it is about, for which group, and where."""

    def __init__(self, number: int, around: Surroundings) -> None:
        self.number = number
        self.around = around
        self.chance = Chance(f"{_SEED}/{number}")
        self._grammar = grammar()
        topics = self.chance.sample(around.topics, self.chance.choice((1, 2, 2, 3)))
        groups = self.chance.sample(around.groups, self.chance.choice((1, 1, 2)))
        self.municipality_id, town = self.chance.choice(around.municipalities)
        self.theme_ids = tuple(topic.theme_id for topic in topics)
        self.level_ids = tuple(group.level_id for group in groups)
        self._given = {
            "onderwerp": topics[0].words,
            "groep": Choices([groups[0].words]),
            "plaats": Choices([town]),
        }

    def title(self, name: str) -> str:
        """A title, a question or another short text of the list ``name``."""
        return self._grammar.title(name, self._given, self.chance)[:_TITLE_LENGTH]

    def text(self, name: str, count: int) -> str:
        """So many sentences of the list ``name``."""
        return " ".join(self.sentences(name, count))

    def sentences(self, name: str, count: int) -> list[str]:
        """So many sentences of the list ``name``, one by one."""
        return self._grammar.sentences(name, count, self._given, self.chance)

    def word(self, name: str) -> str:
        """A word or group of words of the list ``name``."""
        return self._grammar.word(name, self.chance)

    def html(self, name: str, count: int, paragraphs: int = 1) -> str:
        """Paragraphs of so many sentences each."""
        return "".join(f"<p>{self.text(name, count)}</p>" for _ in range(paragraphs))

    def summary(self, *names: str) -> str:
        """A sentence of each list, as far as they fit."""
        summary = self.text(names[0], 1)
        for name in names[1:]:
            longer = f"{summary} {self.text(name, 1)}"
            summary = longer if len(longer) <= _SUMMARY_LENGTH else summary
        return summary

    def block(self, kind: str, value: Any, place: int) -> dict[str, Any]:
        """A raw block of a StreamField."""
        return {"type": kind, "value": value, "id": str(stable_uuid("schaal", self.number, kind, place))}

    def some(self, ids: tuple[int, ...], most: int) -> tuple[int, ...]:
        """One to ``most`` of these."""
        return tuple(self.chance.sample(ids, min(len(ids), self.chance.randint(1, most))))
