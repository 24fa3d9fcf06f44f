"""What a machine cannot offer is skipped and counted aloud; with ``CI=true`` it is an error."""

from __future__ import annotations

import os
from collections import Counter
from typing import NoReturn

import pytest

_MARK = "service missing: "


def in_ci() -> bool:
    """Whether a missing service has to fail the run."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def unavailable(service: str, reason: str) -> NoReturn:
    """End the fixture or test that needs ``service``: skipped, or failed with ``CI=true``."""
    sentence = f"{_MARK}{service} ({reason})"
    if in_ci():
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Close the run with one loud line a service."""
    skipped = Counter(
        reason.partition(_MARK)[2]
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple) and _MARK in (reason := report.longrepr[2])
    )
    if not skipped:
        return
    terminalreporter.section("NOT TESTED HERE", red=True, bold=True)
    for service, number in sorted(skipped.items()):
        terminalreporter.line(f"{number} tests skipped without {service}", red=True, bold=True)
