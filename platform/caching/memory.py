"""Small things that every page needs, kept in the process for as long as the generation lasts."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Generic, TypeVar

from caching import generation

T = TypeVar("T")


class PerGeneration(Generic[T]):
    """A function without arguments whose answer is kept until the generation changes.

    The answer must not be changed by its readers: they share it.
    """

    def __init__(self, compute: Callable[[], T]) -> None:
        functools.update_wrapper(self, compute)
        self._compute = compute
        self._kept: tuple[str, T] | None = None

    def __call__(self) -> T:
        word = generation.current()
        kept = self._kept
        if kept is None or kept[0] != word:
            kept = self._kept = (word, self._compute())
        return kept[1]


def per_generation(compute: Callable[[], T]) -> PerGeneration[T]:
    """Decorator: keep the answer of ``compute`` in this process until the generation changes."""
    return PerGeneration(compute)
