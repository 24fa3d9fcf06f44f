"""A service that a machine does not have is never passed over in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
from tests.services.missing import unavailable

@pytest.fixture(scope="session")
def database():
    unavailable("Orakel", "nergens te vinden")

def test_one(database): pass
def test_another(database): pass
def test_something_else(): pass
"""


@pytest.fixture
def closing_words(tmp_path: Path) -> object:
    def run(ci: str) -> tuple[int, str]:
        (tmp_path / "test_orakel.py").write_text(TESTS)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "tests.services.missing"]
        command += ["-p", "no:randomly", "-c", "/dev/null", "--rootdir", str(tmp_path), str(tmp_path)]
        environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return ended.returncode, ended.stdout

    return run


def test_skipped_tests_are_counted_in_a_closing_line(closing_words) -> None:
    code, words = closing_words(ci="")
    assert code == 0
    assert "NOT TESTED HERE" in words
    assert "2 tests skipped without Orakel (nergens te vinden)" in words


def test_in_ci_a_missing_service_is_a_failure(closing_words) -> None:
    code, words = closing_words(ci="true")
    assert code == 1
    assert "2 errors" in words
