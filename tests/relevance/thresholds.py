"""What the search has to reach, and what it does not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.relevance.rankings import Outcome, averages

FILE = Path(__file__).with_name("thresholds.toml")


def groups(asked: Sequence[Outcome]) -> Iterator[tuple[str, str, list[Outcome]]]:
    """Name, name of its thresholds and outcomes of what is measured together."""
    tuned = [outcome for outcome in asked if not outcome.judged.held_out]
    for kind in sorted({outcome.judged.kind for outcome in tuned}):
        yield kind, "each_kind", [outcome for outcome in tuned if outcome.judged.kind == kind]
    yield "all tuned", "tuned", tuned
    yield "held out", "held_out", [outcome for outcome in asked if outcome.judged.held_out]


def shortfalls(asked: Sequence[Outcome]) -> list[str]:
    """One sentence for every measure of a group that is below its threshold."""
    thresholds: Mapping[str, Mapping[str, float]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [
        f"{name}: {measure} is {value:.3f}, below {thresholds[group][measure]}"
        for name, group, outcomes in groups(asked)
        for measure, value in averages(outcomes).items()
        if value < thresholds[group][measure]
    ]
