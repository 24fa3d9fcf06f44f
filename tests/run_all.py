"""Everything that is checked and tested, step by step; a failing step hides none of the later ones.

The tests in a browser, of the search and on PostgreSQL run beside the others, and whoever is done first takes over
what still waits: a machine with two processors has done in half the time. Each step has a data folder of its own, with
a copy of one migrated database. What runs aside says what it has to say at its end.

Closes with what this machine could not test, a table of the steps, and one line in the form of pytest's.
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
#: Seconds for all steps together; what still runs then is ended and has failed.
LIMIT_SECONDS = 55 * 60
#: Folders of tests that run beside the others: about half of the time of all of them.
ASIDE = ("browser", "search", "relevance", "leerlabs")
#: The folder in which a step leaves a migrated database for the tests.
MIGRATED = "migrated"
#: Groups of processes that are at work.
running: set[int] = set()
MISSING = re.compile(r"(?:service missing|NOT TESTED HERE): (.*)")


@dataclass(frozen=True)
class Step:
    """A command.

    ``tests`` says that pytest counts for itself what is in it, ``aside`` that it runs beside others, ``migrates`` that
    it leaves a database for the tests.
    """

    name: str
    command: tuple[str, ...]
    tests: bool = False
    lint: bool = False
    aside: bool = False
    migrates: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Outcome:
    """What came of a step."""

    step: Step
    code: int
    seconds: float
    counts: Counter[str]
    missing: Counter[str]


def steps() -> list[Step]:
    """In the order of what says most in the least time."""
    manage = (sys.executable, "manage.py")
    testing = {"DJANGO_SETTINGS_MODULE": "config.settings.testing"}
    production = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "SITE_URL": "https://www.example.nl",
    }
    python = (sys.executable, "-m")
    pytest = (*python, "pytest")
    return [
        Step("style", (*python, "ruff", "check", "."), lint=True),
        Step("format", (*python, "ruff", "format", "--check", "--quiet", "."), lint=True),
        Step("doors", (str(Path(sys.executable).with_name("lint-imports")),), lint=True),
        Step("templates", (*python, "djlint", "--lint", "--quiet", "."), lint=True),
        Step("types", (*python, "mypy", "."), lint=True),
        Step("migrations", (*manage, "makemigrations", "--check", "--dry-run"), environment=testing),
        Step("deployment", (*manage, "check", "--deploy", "--fail-level=WARNING"), environment=production),
        Step("database", (*manage, "migrate", "--run-syncdb", "-v0"), migrates=True, environment=testing),
        *(Step(f"tests: {name}", (*pytest, f"tests/{name}"), tests=True, aside=True) for name in ASIDE),
        Step("tests on PostgreSQL", (*pytest, "--postgresql", "-m", "database"), tests=True, aside=True),
        Step("tests: the rest", (*pytest, *(f"--ignore=tests/{name}" for name in ASIDE)), tests=True),
    ]


def run(step: Step, data_dir: Path, deadline: float) -> Outcome:
    """Run one step; what it says goes to the screen as it comes, or at its end when it runs aside."""
    title = f"\n──── {step.name}"
    if not step.aside:
        print(title, flush=True)
    data_dir.mkdir(parents=True, exist_ok=True)
    report = data_dir / "report.xml"
    command = [*step.command, *([f"--junitxml={report}"] if step.tests else []), *with_database(step, data_dir)]
    started = time.monotonic()
    code, output = said_by(step, command, data_dir, deadline)
    if step.aside:
        print(title, *output, sep="\n", flush=True)
    counts, missing = counted(report)
    if not report.exists():
        missing.update(found[1] for line in output if (found := MISSING.match(line)))
        if not (step.tests and missing and code == 0):
            counts["failed" if code else "passed"] += 1
    elif code and not counts["failed"] + counts["errors"]:
        counts["errors"] += 1
    return Outcome(step, code, time.monotonic() - started, counts, missing)


def with_database(step: Step, data_dir: Path) -> list[str]:
    """Give the tests a copy of the migrated database, when there is one; the option that makes pytest use it."""
    migrated = data_dir.parent / MIGRATED / "db.sqlite3"
    if not step.tests or "--postgresql" in step.command or not migrated.exists():
        return []
    with closing(sqlite3.connect(migrated)) as source, closing(sqlite3.connect(data_dir / "tests.sqlite3")) as copy:
        source.backup(copy)
    return ["--reuse-db"]


def said_by(step: Step, command: list[str], data_dir: Path, deadline: float) -> tuple[int, list[str]]:
    """The exit code of the command, and the lines that it said."""
    output: list[str] = []
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment_of(step, data_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    with ending(process, deadline):
        assert process.stdout
        for line in process.stdout:
            if not step.aside:
                sys.stdout.write(line)
                sys.stdout.flush()
            output.append(line.rstrip("\n"))
        return process.wait(), output


@contextmanager
def ending(process: subprocess.Popen[str], deadline: float) -> Iterator[None]:
    """End the process and all that it started at the deadline, and when we are interrupted ourselves."""
    timer = threading.Timer(max(deadline - time.monotonic(), 1), end, [process.pid])
    timer.start()
    running.add(process.pid)
    try:
        yield
    except BaseException:
        end(process.pid)
        raise
    finally:
        running.discard(process.pid)
        timer.cancel()


def end(group: int) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def environment_of(step: Step, data_dir: Path) -> dict[str, str]:
    """Ours, without what would turn the tests to services that they do not mean."""
    unwanted = {"CACHE_URL", "EMAIL_URL", "MEDIA_ROOT", "STATIC_ROOT"}
    unwanted |= {"SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "PORT"}
    if "--postgresql" not in step.command:
        unwanted.add("DATABASE_URL")
    if not step.tests:
        unwanted.add("ELASTICSEARCH_URL")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    path = os.pathsep.join([str(ROOT), str(ROOT / "platform")])
    return {**kept, "PYTHONPATH": path, "DATA_DIR": str(data_dir), **step.environment}


def counted(report: Path) -> tuple[Counter[str], Counter[str]]:
    """How the tests of a report ended, and how many were skipped for want of which service."""
    counts: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    if not report.exists():
        return counts, missing
    # The report is our own.
    for case in ElementTree.parse(report).iter("testcase"):
        ends = {child.tag: child for child in case}
        kind = next((name for name in ("failure", "error", "skipped") if name in ends), "passed")
        counts[{"failure": "failed", "error": "errors"}.get(kind, kind)] += 1
        if kind == "skipped" and (found := MISSING.search(ends[kind].get("message", ""))):
            missing[found[1]] += 1
    return counts, missing


def close(outcomes: list[Outcome], seconds: float) -> int:
    """The table, what could not be tested, and the last line; the exit code."""
    print("\n──── all steps")
    for outcome in outcomes:
        result = "ok" if outcome.code == 0 else "FAILED"
        numbers = in_words(outcome.counts) if outcome.step.tests else ""
        print(f"{outcome.step.name:20} {result:8} {outcome.seconds:6.0f} s  {numbers}".rstrip())
    loud = sys.stdout.isatty()
    for outcome in outcomes:
        for reason, number in outcome.missing.items():
            what = reason if reason.startswith("nothing") else f"{number} tests, without {reason}"
            line = f"!!!! NOT TESTED HERE: {what}"
            print(f"\033[1;31m{line}\033[0m" if loud else line)
    total = sum((outcome.counts for outcome in outcomes), Counter[str]())
    minutes = f" ({timedelta(seconds=round(seconds))})" if seconds >= 60 else ""
    print(f"==== {in_words(total)} in {seconds:.2f}s{minutes} ====", flush=True)
    return 1 if any(outcome.code for outcome in outcomes) else 0


def in_words(counts: Counter[str]) -> str:
    """As pytest says it: ``1 failed, 20 passed, 3 skipped, 1 error``."""
    parts = [f"{counts[kind]} {kind}" for kind in ("failed", "passed", "skipped") if counts[kind]]
    if errors := counts["errors"]:
        parts.append(f"{errors} error{'s' if errors > 1 else ''}")
    return ", ".join(parts) or "no tests ran"


def main() -> int:
    """The exit code: 0 when every step was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only-lint", action="store_true", help="style, types, templates and doors only")
    only_lint = parser.parse_args().only_lint
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="samen-tests-", ignore_cleanup_errors=True) as folder:
        try:
            wanted = [step for step in steps() if step.lint or not only_lint]
            outcomes = run_these(wanted, Path(folder), started + LIMIT_SECONDS)
        except KeyboardInterrupt:
            print("\nInterrupted.")
            return 130
    return close(outcomes, time.monotonic() - started)


def run_these(wanted: list[Step], folder: Path, deadline: float) -> list[Outcome]:
    """What came of these steps. Those aside start when their turn comes, one after another; the last ones run here."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        aside: list[Future[Outcome]] = []
        outcomes: list[Outcome] = []
        try:
            for place, step in enumerate(wanted):
                data_dir = folder / (MIGRATED if step.migrates else str(place))
                if step.aside:
                    aside.append(beside.submit(run, step, data_dir, deadline))
                else:
                    outcomes.append(run(step, data_dir, deadline))
            for place, step in reversed(list(enumerate(step for step in wanted if step.aside))):
                if aside[place].cancel():
                    outcomes.append(run(step, folder / f"taken-over-{place}", deadline))
            return [*outcomes, *(future.result() for future in aside if not future.cancelled())]
        except BaseException:
            beside.shutdown(wait=False, cancel_futures=True)
            for group in list(running):
                end(group)
            raise


if __name__ == "__main__":
    sys.exit(main())
