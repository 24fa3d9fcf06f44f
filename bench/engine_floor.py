"""The floor of searching: the engine's own time for the same questions, without web server, view or template.

A worker: reads one job a line as JSON, answers each with one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django


def timed(ask: Callable[[Any], object], questions: list[Any], seconds: float) -> dict[str, Any]:
    """Ask the questions in turn for so many seconds; milliseconds for each, in order of size."""
    latencies = []
    until = time.perf_counter() + seconds
    number = 0
    while (begun := time.perf_counter()) < until:
        ask(questions[number % len(questions)])
        latencies.append((time.perf_counter() - begun) * 1000)
        number += 1
    return {"latencies": sorted(latencies)}


def do(kind: str, queries: list[str], seconds: float) -> dict[str, Any]:
    """Time ``search`` or ``suggest`` of the engine; plans are worked out beforehand."""
    from search.engines import current_engine
    from search.query.parse import parse
    from search.service import plan_for

    engine = current_engine()
    if kind == "suggest":
        return timed(engine.suggest, queries, seconds)
    return timed(engine.search, [plan_for(parse({"q": [query]})) for query in queries], seconds)


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        print(json.dumps(do(**json.loads(line))), flush=True)
