"""How fast the index is built anew, stage by stage, beside the rate of the raw bulk helper.

A worker: answers one job with one line of JSON. The rounds are interleaved here, because the documents stay here.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import django


def do(rounds: int) -> dict[str, Any]:
    """Seconds and memory; for Elasticsearch also the raw rate."""
    from search.documents import SearchDocument
    from search.engines import current_engine
    from search.indexing.fingerprints import all_documents

    whole = _whole_rebuild()
    made = _seconds(documents := list[SearchDocument](), lambda: documents.extend(all_documents()))
    engine = current_engine()

    def build() -> None:
        with engine.build() as fresh:
            for _ in fresh.add(documents):
                pass
            fresh.swap()

    stages: dict[str, Callable[[], None]] = {"build": build}
    analysis = 0.0
    if engine.name == "elasticsearch":
        from bench.raw_bulk import RawBulk

        raw = RawBulk()
        analysis = _seconds(documents, lambda: raw.analyse(documents))
        stages |= {"raw": raw.write_raw, "ours": raw.write_as_we_do}
    taken: dict[str, list[float]] = {name: [] for name in stages}
    for number in range(rounds):
        for name in stages if number % 2 else reversed(stages):
            taken[name].append(_seconds(documents, stages[name]))
    return {
        "documents": len(documents),
        "whole": whole,
        "describe_seconds": made,
        "analyse_seconds": analysis,
        "seconds": taken,
        "medians": {name: statistics.median(seconds) for name, seconds in taken.items()},
    }


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


def _seconds(_documents: Iterable[object], stage: Callable[[], None]) -> float:
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
