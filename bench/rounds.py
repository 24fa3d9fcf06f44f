"""Measuring in interleaved rounds: whatever the machine does meanwhile, it does to all of them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be measured again and again."""

    name: str
    measure: Callable[[], Figures]


@dataclass(slots=True)
class Rounds:
    """The figures of each subject, a round at a time."""

    figures: dict[str, list[Figures]] = field(default_factory=dict)

    def median(self, name: str, figure: str) -> float:
        """Of one subject."""
        return statistics.median(one[figure] for one in self.figures[name])

    def ratio(self, name: str, floor: str, figure: str) -> Ratio:
        """Of a subject to its floor, each round compared with itself."""
        pairs = zip(self.figures[name], self.figures[floor], strict=True)
        return Ratio.of([one[figure] / other[figure] for one, other in pairs])


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of the rounds, with the lowest and the highest of them."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, ratios: Sequence[float]) -> Ratio:
        """Of what the rounds gave."""
        return cls(statistics.median(ratios), min(ratios), max(ratios))


def interleaved(
    groups: Sequence[Sequence[Subject]], rounds: int, told: Callable[[int], None] = lambda done: None
) -> Rounds:
    """Measure all, once a round; what is compared stands in one group and is measured one after the other.

    Every other round runs backwards, so that none always follows the same one. A first round is thrown away.
    """
    measured = Rounds()
    for number in range(rounds + 1):
        for group in groups if number % 2 else groups[::-1]:
            for subject in group if number % 2 else group[::-1]:
                figures = subject.measure()
                if number:
                    measured.figures.setdefault(subject.name, []).append(figures)
        told(number)
    return measured
