"""Dutch sentences out of a small grammar; the same numbers give the same words."""

from __future__ import annotations

import functools
import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

_GRAMMAR = Path(__file__).with_name("grammar.toml")
_SLOT = re.compile(r"\{(\w+)\}")
#: How much rarer each next choice is, so that some words are common and many are not, as in real texts.
_DECAY = 0.5


class Choices:
    """A list of which the first entries come up most."""

    def __init__(self, entries: Sequence[str]) -> None:
        self._entries = entries
        self._weights = list(accumulate(1 / (1 + rank) ** _DECAY for rank in range(len(entries))))

    def pick(self, chance: random.Random) -> str:
        """One of them."""
        return chance.choices(self._entries, cum_weights=self._weights)[0]


#: What may stand in the slots that are fixed for one page.
Given: TypeAlias = Mapping[str, Choices]


class Grammar:
    """The templates of one list after the other, and what may stand in their slots."""

    def __init__(self, source: Mapping[str, Any]) -> None:
        self._words = {name: Choices(entries) for name, entries in source["words"].items()}
        self._texts = {name: Choices(entries) for name, entries in source["text"].items()}
        self._titles = {name: Choices(entries) for name, entries in source["titles"].items()}
        self._first = Choices(source["compounds"]["first"])
        second = source["compounds"]["second"]
        self._second = Choices([word for word, _article, _plural in second])
        self._articles = {word: article for word, article, _plural in second}
        self._plurals = {word: plural for word, _article, plural in second}

    def sentences(self, name: str, count: int, given: Given, chance: random.Random) -> list[str]:
        """So many sentences of one list, with ``given`` choices for the slots of this page."""
        choices = self._texts[name]
        templates: list[str] = []
        for _ in range(count):
            template = choices.pick(chance)
            # Once more when it was used already; a short list may repeat itself all the same.
            templates.append(choices.pick(chance) if template in templates else template)
        return [self._filled(template, given, chance) for template in templates]

    def title(self, name: str, given: Given, chance: random.Random) -> str:
        """One title of a list."""
        return self._filled(self._titles[name].pick(chance), given, chance)

    def word(self, name: str, chance: random.Random) -> str:
        """One word or group of words of a list."""
        return self._words[name].pick(chance)

    def _filled(self, template: str, given: Given, chance: random.Random) -> str:
        text = self._expanded(template, given, chance)
        text = text[0].upper() + text[1:]
        return re.sub(r"(?<=[.?] )[a-z]", lambda match: match[0].upper(), text)

    def _expanded(self, template: str, given: Given, chance: random.Random) -> str:
        def choice(match: re.Match[str]) -> str:
            name = match[1]
            if name in given:
                return given[name].pick(chance)
            if name.endswith(("samenstelling", "samenstellingen")):
                return self._compound(name, chance)
            return self._expanded(self._words[name].pick(chance), given, chance)

        return _SLOT.sub(choice, template)

    def _compound(self, form: str, chance: random.Random) -> str:
        first, second = self._first.pick(chance), self._second.pick(chance)
        if form == "samenstellingen":
            return first + self._plurals[second]
        article = f"{self._articles[second]} " if form == "de_samenstelling" else ""
        return f"{article}{first}{second}"


@functools.cache
def grammar() -> Grammar:
    """The grammar of the file, read once."""
    return Grammar(tomllib.loads(_GRAMMAR.read_text(encoding="utf-8")))
