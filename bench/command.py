"""The command: what is measured, in which order, and what is told meanwhile."""

from __future__ import annotations

import argparse
import os
import platform
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

from bench import leerlabs, reporting, serving
from bench.prepared_site import DATA, PreparedSite, elasticsearch, prepared
from bench.rounds import Ratio
from bench.workers import worker

ENGINES = ("tantivy", "elasticsearch")
#: Parts that are measured for each engine and size of the site, and those that are measured once.
PARTS, ONCE = ("serving", "rebuild"), ("leerlabs", "digest")


def main() -> None:
    """Measure what was asked for, and say at once what was found."""
    options = _options()
    results: list[dict[str, Any]] = []
    if "leerlabs" in options.part:
        results.append(_leerlabs(options))
        reporting.keep(DATA / "results.json", results)
    if "digest" in options.part:
        results.append(_digest())
        reporting.keep(DATA / "results.json", results)
    for engine in options.engine if set(PARTS) & set(options.part) else ():
        try:
            with _server_of(engine) as url:
                for pages in options.pages:
                    results.append(_measure(pages, engine, url, options))
                    reporting.keep(DATA / "results.json", results)
        except NotHereError as reason:
            print(f"\nNOT MEASURED HERE: {engine} ({reason})", file=sys.stderr)
    print(f"\nAll figures: {DATA / 'results.json'}")


class NotHereError(Exception):
    """This machine lacks what the engine needs."""


@contextmanager
def _server_of(engine: str) -> Iterator[str]:
    """The URL of Elasticsearch; an empty one for the embedded engine."""
    if engine == "tantivy":
        yield ""
        return
    from tests.services.elasticsearch_server import NoServerError

    try:
        with elasticsearch() as url:
            yield url
    except NoServerError as reason:
        raise NotHereError(str(reason)) from reason


def _measure(pages: int, engine: str, url: str, options: argparse.Namespace) -> dict[str, Any]:
    title = f"{engine}, {pages} pages"
    print(f"\n## {title}\npreparing …", flush=True)
    site = prepared(pages, url)
    result: dict[str, Any] = {"engine": engine, "pages": pages, "machine": _machine(), "rounds": options.rounds}
    if "serving" in options.part:
        result |= _serving(site, options)
    if "rebuild" in options.part:
        with worker("rebuilding", site.environment) as rebuilding:
            result["rebuild"] = rebuilding.do(rounds=options.rounds)
        print("\n" + "\n".join(f"- {line}" for line in reporting.rebuild_lines(result["rebuild"])), flush=True)
    return result


def _serving(site: PreparedSite, options: argparse.Namespace) -> dict[str, Any]:
    def told(done: int) -> None:
        print(f"round {done} of {options.rounds}" if done else "warmed up", file=sys.stderr, flush=True)

    cache = Path(site.environment["DATA_DIR"]) / "cache"
    rmtree(cache, ignore_errors=True)
    found = serving.measure(site, [_free_port(), _free_port()], options.rounds, options.seconds, told)
    rmtree(cache, ignore_errors=True)
    rows, noise = reporting.serving_rows(found), reporting.noise(found)
    print(f"\n{reporting.serving_table(rows)}\n\n{reporting.noise_line(noise)}", flush=True)
    return {"serving": rows, "noise": {name: _plain(ratio) for name, ratio in noise.items()}}


def _leerlabs(options: argparse.Namespace) -> dict[str, Any]:
    print("\n## Leerlabs\npreparing …", flush=True)
    rows = leerlabs.measure([_free_port(), _free_port()], options.rounds, options.seconds)
    print(f"\n{leerlabs.table(rows)}", flush=True)
    return {"leerlabs": rows, "machine": _machine(), "rounds": options.rounds}


def _digest() -> dict[str, Any]:
    print("\n## Digest", flush=True)
    script = Path(__file__).with_name("digest.py")
    told = subprocess.run([sys.executable, str(script)], check=True, stdout=subprocess.PIPE, text=True).stdout
    print(told, flush=True)
    return {"digest": told.splitlines(), "machine": _machine()}


def _plain(ratio: Ratio) -> dict[str, float]:
    return {"median": ratio.median, "lowest": ratio.lowest, "highest": ratio.highest}


def _machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "processors": os.cpu_count(), "load_before": os.getloadavg()[0]}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast the site is, each figure beside its floor.")
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 20_000], help="sizes of the site")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--part", nargs="+", choices=[*PARTS, *ONCE], default=[*PARTS, *ONCE])
    parser.add_argument("--rounds", type=int, default=7, help="seven or more say something")
    parser.add_argument("--seconds", type=float, default=1.0, help="length of one measurement")
    return parser.parse_args()
