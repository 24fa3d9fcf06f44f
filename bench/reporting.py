"""The figures as a table to read and as JSON to keep."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.prepared_site import PAGES
from bench.rounds import Ratio, Rounds
from bench.serving import AGAIN, ENGINE, FLOOR, SEARCHES

HEAD = ("what", "CPU ms", "× bare", "per second", "of bare", "p50 ms", "p95 ms", "× floor (p50)")


def serving_rows(rounds: Rounds) -> list[dict[str, Any]]:
    """One row a subject: its own medians, and its ratios to the bare view and to the floor of its latency."""
    rows = []
    for name in (*PAGES, *SEARCHES):
        floor = f"{name} {FLOOR}"
        rows.append(_row(rounds, floor, floor, floor))
        for state in ("warm", "cold"):
            engine = f"{name} {ENGINE} {state}"
            slow_floor = engine if engine in rounds.figures else floor
            if slow_floor == engine:
                rows.append({"what": engine, **_latencies(rounds, engine)})
            rows.append(_row(rounds, f"{name} {state}", floor, slow_floor))
    return rows


def noise(rounds: Rounds) -> dict[str, Ratio]:
    """What the same thing measured twice differs: below this there is no difference."""
    first, again = (f"{name} (control)" for name in (FLOOR, AGAIN))
    return {figure: rounds.ratio(again, first, figure) for figure in ("cpu_ms", "per_second", "p50_ms")}


def _row(rounds: Rounds, name: str, bare: str, slow_floor: str) -> dict[str, Any]:
    return {
        "what": name,
        "cpu_ms": rounds.median(name, "cpu_ms"),
        "cpu_ratio": as_dict(rounds.ratio(name, bare, "cpu_ms")),
        "per_second": rounds.median(name, "per_second"),
        "per_second_ratio": as_dict(rounds.ratio(name, bare, "per_second")),
        "busy_p95_ms": rounds.median(name, "busy_p95_ms"),
        **_latencies(rounds, name),
        "latency_floor": slow_floor,
        "latency_ratio": as_dict(rounds.ratio(name, slow_floor, "p50_ms")),
    }


def _latencies(rounds: Rounds, name: str) -> dict[str, float]:
    return {figure: rounds.median(name, figure) for figure in ("p50_ms", "p95_ms")}


def as_dict(ratio: Ratio) -> dict[str, float]:
    """For JSON."""
    return {"median": ratio.median, "lowest": ratio.lowest, "highest": ratio.highest}


def serving_table(rows: Iterable[dict[str, Any]]) -> str:
    """Markdown, so that it can go into the documentation as it is."""
    return markdown(
        HEAD,
        [
            (
                row["what"],
                number(row.get("cpu_ms")),
                spread(row.get("cpu_ratio")),
                number(row.get("per_second")),
                spread(row.get("per_second_ratio")),
                number(row["p50_ms"]),
                number(row["p95_ms"]),
                spread(row.get("latency_ratio")),
            )
            for row in rows
        ],
    )


def rebuild_lines(found: dict[str, Any]) -> list[str]:
    """Rates a second, memory, and for Elasticsearch the ratio to the raw helper."""
    documents, whole = found["documents"], found["whole"]
    build = statistics.median(found["build_seconds"])
    lines = [
        f"whole rebuild, as the command does it: {documents / whole['seconds']:.0f} pages a second",
        f"pages made into documents: {documents / found['describe_seconds']:.0f} a second",
        f"documents analysed, written and swapped in: {documents / build:.0f} a second",
        f"memory: {whole['memory_after_a_tenth_mb']:.0f} MB after a tenth of the rebuild, "
        f"{whole['memory_at_the_end_mb']:.0f} MB at the end, {whole['memory_highest_mb']:.0f} MB at most",
    ]
    if "raw_seconds" in found:
        raw, ours = found["raw_seconds"], found["ours_seconds"]
        ratio = Ratio.of([floor / own for floor, own in zip(raw, ours, strict=True)])
        lines += [
            f"documents analysed only: {documents / found['analyse_seconds']:.0f} a second",
            f"finished documents, raw bulk helper: {documents / statistics.median(raw):.0f} a second",
            f"finished documents, as a rebuild writes them: {documents / statistics.median(ours):.0f} a second, "
            f"{spread(as_dict(ratio))} of raw",
            f"analysis, writing and swap together: {statistics.median(raw) / build:.2f} of raw",
        ]
    return lines


def noise_line(found: dict[str, Ratio]) -> str:
    """The control, in one sentence."""
    widest = max(abs(value - 1) for ratio in found.values() for value in (ratio.lowest, ratio.highest))
    middle = max(abs(ratio.median - 1) for ratio in found.values())
    return (
        f"The same thing measured twice: medians differ by {middle:.0%} at most, single rounds by {widest:.0%}. "
        "Below that there is no difference."
    )


def keep(path: Path, results: Sequence[dict[str, Any]]) -> None:
    """Write all of it as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=1))


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the first column holds words, the others figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float | None) -> str:
    """With as many digits as say something; empty for a figure that is not there."""
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.2g}" if value < 1 else f"{value:.1f}"


def spread(ratio: dict[str, float] | None) -> str:
    """The median, with the lowest and the highest of the rounds behind it."""
    if ratio is None:
        return ""
    return f"{ratio['median']:.2f} ({ratio['lowest']:.2f}–{ratio['highest']:.2f})"
