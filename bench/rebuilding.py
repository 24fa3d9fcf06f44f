"""How fast the index is built anew, stage by stage, beside the rate of the raw bulk helper.

A worker: answers one job with one line of JSON. The rounds are interleaved here, because the documents stay here.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

#: Builds from finished documents; they are long, and stand beside nothing in the same round.
BUILDS = 3


def do(rounds: int) -> dict[str, Any]:
    """Seconds and memory; for Elasticsearch also the raw rate."""
    from search.documents import SearchDocument
    from search.engines import current_engine
    from search.indexing.fingerprints import all_documents

    whole = _whole_rebuild()
    documents: list[SearchDocument] = []
    made = _seconds(lambda: documents.extend(all_documents()))
    engine = current_engine()

    def build() -> None:
        with engine.build() as fresh:
            for _ in fresh.add(documents):
                pass
            fresh.swap()

    found: dict[str, Any] = {
        "documents": len(documents),
        "whole": whole,
        "describe_seconds": made,
        "build_seconds": [_seconds(build) for _ in range(BUILDS)],
    }
    if engine.name == "elasticsearch":
        from bench.raw_bulk import RawBulk

        raw = RawBulk()
        found["analyse_seconds"] = _seconds(lambda: raw.analyse(documents))
        found |= _beside_each_other({"raw_seconds": raw.write_raw, "ours_seconds": raw.write_as_we_do}, rounds)
    return found


def _whole_rebuild() -> dict[str, float]:
    """The rebuild as the command does it: seconds, and how memory grows after the first tenth."""
    from search.indexing.rebuild import rebuild

    sizes: list[float] = []
    began = time.perf_counter()
    total, _ = rebuild(progress=lambda added: sizes.append(_megabytes()))
    seconds = time.perf_counter() - began
    return {
        "pages": total,
        "seconds": seconds,
        "memory_after_a_tenth_mb": sizes[len(sizes) // 10],
        "memory_at_the_end_mb": sizes[-1],
        "memory_highest_mb": max(sizes),
    }


def _beside_each_other(stages: dict[str, Callable[[], None]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each stage, in rounds that take turns in which comes first."""
    taken: dict[str, list[float]] = {name: [] for name in stages}
    for number in range(rounds):
        for name in stages if number % 2 else reversed(stages):
            taken[name].append(_seconds(stages[name]))
    return taken


def _seconds(stage: Callable[[], None]) -> float:
    began = time.perf_counter()
    stage()
    return time.perf_counter() - began


def _megabytes() -> float:
    """What this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        print(json.dumps(do(**json.loads(line))), flush=True)
