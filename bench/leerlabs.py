"""A thread and the overview of a Leerlab, with few posts on the site and with many: the same pages, side by side."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from bench import reporting
from bench.prepared_site import environment_of, manage
from bench.rounds import Figures, Rounds, Subject, interleaved
from bench.web_server import WebServer, served
from bench.workers import Worker, worker

#: Posts, threads, members; half of the threads, more than a page, are in the first Leerlab.
SIZES = {"few": (200, 60, 50), "many": (200_000, 20_000, 5_000)}
READERS = ("visitor", "member")
HEAD = ("what", "queries, few", "queries, many", "p50 ms, few", "p50 ms, many", "many ÷ few (p50)", "many ÷ few (CPU)")


@dataclass(frozen=True, slots=True)
class _Site:
    """A running site, who asks it, and what ``bench/leerlab_pages.py`` found there."""

    server: WebServer
    client: Worker
    found: dict[str, Any]

    def ask(self, page: str, reader: str, seconds: float) -> Figures:
        """Latency and CPU of one reader who asks for the same page again and again."""
        before = self.server.cpu_seconds()
        answer = self.client.do(
            port=self.server.port,
            paths=[self.found["pages"][page]["path"]],
            connections=1,
            seconds=seconds,
            cookie=self.found["cookie"] if reader == "member" else "",
        )
        if answer["failures"]:
            raise RuntimeError(f"not answered as it should be: {answer['failures']}")
        latencies = answer["latencies"]
        cpu = (self.server.cpu_seconds() - before) / len(latencies) * 1000
        return {"p50_ms": statistics.median(latencies), "cpu_ms": cpu}


def measure(ports: Sequence[int], rounds: int, seconds: float) -> list[dict[str, Any]]:
    """One row a page and kind of reader."""
    with ExitStack() as running:
        sites = {size: _running(size, port, running) for size, port in zip(SIZES, ports, strict=True)}
        cases = [(page, reader) for page in sites["few"].found["pages"] for reader in READERS]
        groups = [
            [Subject(_name(*case, size), partial(site.ask, *case, seconds)) for size, site in sites.items()]
            for case in cases
        ]
        rounds_of_all = interleaved(groups, rounds)
        return [_row(rounds_of_all, sites, page, reader) for page, reader in cases]


def _running(size: str, port: int, running: ExitStack) -> _Site:
    posts, threads, members = map(str, SIZES[size])
    environment = environment_of(f"leerlabs-{posts}")
    manage(environment, "prepare", "--demo")
    manage(environment, "leerlabs", "scale", "--posts", posts, "--threads", threads, "--members", members)
    with worker("leerlab_pages", environment) as asking:
        found = asking.do()
    server = running.enter_context(served("config.wsgi:application", port, environment))
    return _Site(server, running.enter_context(worker("load_client", environment)), found)


def _row(rounds: Rounds, sites: dict[str, _Site], page: str, reader: str) -> dict[str, Any]:
    few, many = (_name(page, reader, size) for size in SIZES)
    return {
        "what": f"{page}, {reader}",
        "queries": {size: site.found["pages"][page][reader] for size, site in sites.items()},
        "p50_ms": {size: rounds.median(_name(page, reader, size), "p50_ms") for size in SIZES},
        "p50_ratio": reporting.as_dict(rounds.ratio(many, few, "p50_ms")),
        "cpu_ratio": reporting.as_dict(rounds.ratio(many, few, "cpu_ms")),
    }


def _name(page: str, reader: str, size: str) -> str:
    return f"{page}, {reader}, {size}"


def table(rows: Iterable[dict[str, Any]]) -> str:
    """Markdown, so that it can go into the documentation as it is."""
    return reporting.markdown(
        HEAD,
        [
            (
                row["what"],
                *(str(row["queries"][size]) for size in SIZES),
                *(reporting.number(row["p50_ms"][size]) for size in SIZES),
                reporting.spread(row["p50_ratio"]),
                reporting.spread(row["cpu_ratio"]),
            )
            for row in rows
        ],
    )
