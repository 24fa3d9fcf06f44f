"""What `make test` makes of its steps."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

from tests import run_all
from tests.run_all import Step

TESTS = """
import pytest
def test_well(): pass
def test_wrong(): assert 1 == 2
def test_elsewhere(): pytest.skip("service missing: Elasticsearch (no Java 17 found)")
"""


def python(name: str, code: str) -> Step:
    return Step(name, (sys.executable, "-c", code))


def pytest_of(folder: Path, code: str, name: str = "tests") -> Step:
    """A run of pytest of its own, without the settings and plugins of this project."""
    file = folder / "test_some.py"
    file.write_text(code)
    options = ("-p", "no:django", "-p", "no:randomly", "-c", "/dev/null", "--rootdir", str(folder))
    return Step(name, (sys.executable, "-m", "pytest", *options, str(file)), tests=True)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    def run_these(*steps: Step) -> tuple[int, str]:
        monkeypatch.setattr(run_all, "steps", lambda: list(steps))
        monkeypatch.setattr(sys, "argv", ["run_all.py"])
        return run_all.main(), capfd.readouterr().out

    return run_these


def test_all_is_well(run) -> None:
    code, said = run(python("one", "pass"), python("two", "pass"))
    assert code == 0
    assert re.fullmatch(r"==== 2 passed in \d+\.\d\ds ====", said.splitlines()[-1])


def test_a_failing_step_hides_none_of_the_later_ones(run, tmp_path: Path) -> None:
    code, said = run(python("first", "raise SystemExit(3)"), pytest_of(tmp_path, "def test_well(): pass"))
    assert code == 1
    assert re.search(r"^first +FAILED", said, re.MULTILINE)
    assert re.search(r"^tests +ok .* 1 passed$", said, re.MULTILINE)
    assert "1 failed, 1 passed in" in said.splitlines()[-1]


def test_tests_are_counted_one_by_one_and_what_is_missing_is_said_aloud(run, tmp_path: Path) -> None:
    code, said = run(pytest_of(tmp_path, TESTS))
    assert code == 1
    assert "1 failed, 1 passed, 1 skipped in" in said.splitlines()[-1]
    assert "!!!! NOT TESTED HERE: 1 tests, without Elasticsearch (no Java 17 found)" in said


def test_tests_that_could_not_begin_are_a_failure(run, tmp_path: Path) -> None:
    code, said = run(pytest_of(tmp_path, "import what_does_not_exist"))
    assert code == 1
    assert "1 error in" in said.splitlines()[-1]


def test_a_step_that_a_machine_cannot_run_at_all_is_said_aloud(run) -> None:
    code = "import sys; sys.stderr.write('NOT TESTED HERE: nothing ran on PostgreSQL (no server)\\n')"
    ended, said = run(Step("tests on PostgreSQL", (sys.executable, "-c", code), tests=True))
    assert ended == 0
    assert "!!!! NOT TESTED HERE: nothing ran on PostgreSQL (no server)" in said


def test_what_takes_too_long_is_ended_and_has_failed(run, monkeypatch) -> None:
    monkeypatch.setattr(run_all, "LIMIT_SECONDS", 1)
    started = time.monotonic()
    code, said = run(python("endless", "import time; time.sleep(600)"))
    assert code == 1
    assert time.monotonic() - started < 300
    assert re.search(r"^endless +FAILED", said, re.MULTILINE)


def test_what_runs_aside_runs_beside_the_others_and_speaks_at_its_end(run, tmp_path: Path) -> None:
    met = tmp_path / "met"
    waits = f"import pathlib, time\nwhile not pathlib.Path({str(met)!r}).exists(): time.sleep(0.05)\nprint('we met')"
    beside = Step("beside", (sys.executable, "-c", waits), aside=True)

    code, said = run(beside, python("meeting", f"open({str(met)!r}, 'w')"))

    assert code == 0
    assert said.index("──── meeting") < said.index("──── beside") < said.index("we met")


def test_what_still_waits_aside_is_taken_over_by_whoever_is_done(run, tmp_path: Path) -> None:
    met = tmp_path / "met"
    waits = f"import pathlib, time\nwhile not pathlib.Path({str(met)!r}).exists(): time.sleep(0.05)"
    first = Step("first", (sys.executable, "-c", waits), aside=True)
    second = Step("second", (sys.executable, "-c", f"open({str(met)!r}, 'w')"), aside=True)

    code, said = run(first, second, python("short", "pass"))

    assert code == 0
    assert said.splitlines()[-1].startswith("==== 3 passed")


def test_tests_get_a_copy_of_the_database_that_a_step_migrated(run, tmp_path: Path) -> None:
    making = "import os, pathlib, sqlite3; c = sqlite3.connect(pathlib.Path(os.environ['DATA_DIR'], 'db.sqlite3'))"
    making += "; c.execute('create table kept (x)'); c.commit()"
    (tmp_path / "conftest.py").write_text("def pytest_addoption(parser): parser.addoption('--reuse-db', nargs='?')")
    looking = """
import os, sqlite3
def test_kept():
    sqlite3.connect(os.environ["DATA_DIR"] + "/tests.sqlite3").execute("select x from kept")
def test_reused(pytestconfig):
    assert "--reuse-db" in pytestconfig.invocation_params.args
"""
    step = Step("database", (sys.executable, "-c", making), migrates=True)

    code, said = run(step, pytest_of(tmp_path, looking))

    assert (code, "3 passed in" in said) == (0, True)


def test_a_failure_aside_is_a_failure(run) -> None:
    code, said = run(Step("beside", (sys.executable, "-c", "raise SystemExit(1)"), aside=True), python("one", "pass"))
    assert code == 1
    assert re.search(r"^beside +FAILED", said, re.MULTILINE)


def test_services_of_the_site_are_not_those_of_the_tests(run, monkeypatch) -> None:
    for name in ("DATABASE_URL", "ELASTICSEARCH_URL", "CACHE_URL", "EMAIL_URL", "SECRET_KEY"):
        monkeypatch.setenv(name, "of-the-site")
    code, _ = run(python("look", "import os; raise SystemExit('of-the-site' in os.environ.values())"))
    assert code == 0
