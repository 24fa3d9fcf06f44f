"""Requests to the site and to its floors: CPU, throughput and latency."""

from __future__ import annotations

import base64
import itertools
import json
import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.prepared_site import PAGES, PreparedSite
from bench.questions import ASKED_BEFORE, BEGUN_BEFORE
from bench.rounds import Figures, Rounds, Subject, interleaved
from bench.web_server import WebServer, served
from bench.workers import Worker, worker

#: Readers at a time when throughput and CPU are measured; latency is measured with one.
CONNECTIONS = 4
SEARCHES = {
    "search": ("/zoeken/?q=", ASKED_BEFORE),
    "suggestion": ("/api/suggesties/?q=", BEGUN_BEFORE),
}
ENGINE_KINDS = {"search": "search", "suggestion": "suggest"}
FLOOR, AGAIN = "bare view", "bare view again"
ENGINE = "engine"


def measure(
    site: PreparedSite, ports: Sequence[int], rounds: int, seconds: float, told: Callable[[int], None]
) -> Rounds:
    """All subjects of one site, named ``home warm``, ``home bare view``, ``search engine warm`` …"""
    with ExitStack() as running:
        server = running.enter_context(served("config.wsgi:application", ports[0], site.environment))
        bare = running.enter_context(_bare(server, ports[1], site))
        client = running.enter_context(worker("load_client", site.environment))
        engine = running.enter_context(worker("engine_floor", site.environment))
        asking = _Asking(site, server, bare, client, engine, seconds)
        return interleaved(asking.groups(), rounds, told)


@dataclass
class _Asking:
    """The subjects, in groups of what is compared."""

    site: PreparedSite
    server: WebServer
    bare: WebServer
    client: Worker
    engine: Worker
    seconds: float
    #: The next request's place in the endless rows of paths and hosts.
    place: int = 0

    def __post_init__(self) -> None:
        self._new = {
            "search": itertools.cycle(_slices(self.site.new_searches)),
            "suggestion": itertools.cycle(_slices(self.site.new_beginnings)),
        }

    def groups(self) -> list[list[Subject]]:
        """Pages beside the bare view; searches beside the bare view and the engine alone."""
        pages = [
            [
                Subject(f"{name} {FLOOR}", partial(self._from, self.bare, [path])),
                Subject(f"{name} warm", partial(self._from, self.server, [path])),
                Subject(f"{name} cold", partial(self._from, self.server, [path], fresh_hosts=True)),
            ]
            for name, path in PAGES.items()
        ]
        home = [PAGES["home"]]
        control = [Subject(f"{name} (control)", lambda: self._from(self.bare, home)) for name in (FLOOR, AGAIN)]
        return [*pages, *map(self._searching, SEARCHES), control]

    def _searching(self, name: str) -> list[Subject]:
        prefix, known = SEARCHES[name]
        return [
            Subject(f"{name} {FLOOR}", lambda: self._from(self.bare, [_path_of(prefix)])),
            Subject(f"{name} {ENGINE} warm", lambda: self._by_engine(name, known)),
            Subject(f"{name} warm", lambda: self._from(self.server, _addresses(prefix, known))),
            Subject(f"{name} {ENGINE} cold", lambda: self._by_engine(name, next(self._new[name]))),
            Subject(f"{name} cold", lambda: self._from(self.server, _addresses(prefix, next(self._new[name])))),
        ]

    def _from(self, server: WebServer, paths: Sequence[str], *, fresh_hosts: bool = False) -> Figures:
        """CPU and throughput under load, then latency without."""
        before = server.cpu_seconds()
        busy = self._load(server, paths, CONNECTIONS, self.seconds, fresh_hosts)
        cpu = server.cpu_seconds() - before
        calm = self._load(server, paths, 1, self.seconds / 2, fresh_hosts)
        answered = len(busy["latencies"])
        return {
            "cpu_ms": cpu / answered * 1000,
            "per_second": answered / busy["seconds"],
            "busy_p95_ms": _percentile(busy["latencies"], 95),
            **_latency(calm["latencies"]),
        }

    def _load(
        self, server: WebServer, paths: Sequence[str], connections: int, seconds: float, fresh_hosts: bool
    ) -> dict[str, Any]:
        answer = self.client.do(
            port=server.port,
            paths=list(paths),
            connections=connections,
            seconds=seconds,
            fresh_hosts=fresh_hosts,
            first=self.place,
        )
        # Hosts are never used twice; rows of paths may begin anywhere.
        self.place = answer["next"]
        if answer["failures"]:
            raise RuntimeError(f"not answered as it should be: {answer['failures']}")
        return answer

    def _by_engine(self, name: str, queries: Sequence[str]) -> Figures:
        answer = self.engine.do(kind=ENGINE_KINDS[name], queries=list(queries), seconds=self.seconds / 2)
        return _latency(answer["latencies"])


def _bare(server: WebServer, port: int, site: PreparedSite) -> Any:
    """The floor's server, with answers that the site gave just now."""
    addresses = [*PAGES.values(), *(prefix + quote(known[0]) for prefix, known in SEARCHES.values())]
    answers = {}
    for address in addresses:
        status, headers, body = server.get(address, {"Accept-Encoding": "gzip"})
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        answers[_path_of(address)] = {
            "body": base64.b64encode(body).decode(),
            "content_type": headers["content-type"],
            "content_encoding": headers.get("content-encoding", ""),
        }
    recorded = Path(site.environment["DATA_DIR"]) / "bare-answers.json"
    recorded.write_text(json.dumps(answers))
    environment = {**site.environment, "BARE_ANSWERS": str(recorded)}
    return served("bench.bare_site:application", port, environment)


def _path_of(address: str) -> str:
    return address.partition("?")[0]


def _addresses(prefix: str, queries: Sequence[str]) -> list[str]:
    return [prefix + quote(query) for query in queries]


def _slices(questions: Sequence[str], size: int = 1000) -> list[Sequence[str]]:
    return [questions[start : start + size] for start in range(0, len(questions), size)]


def _latency(latencies: Sequence[float]) -> Figures:
    return {"p50_ms": statistics.median(latencies), "p95_ms": _percentile(latencies, 95)}


def _percentile(ordered: Sequence[float], percent: int) -> float:
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]
