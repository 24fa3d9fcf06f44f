"""Several processes on one index: readers see every commit, writers take turns, killed ones harm nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from search.engines.base import EngineUnavailable
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.locks import exclusive
from search.engines.embedded.storage import IndexFolders
from search.engines.embedded.writing import building, update
from tests.search.factories import document, fill, search, titles

ROOT = Path(__file__).parents[4]
START_SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index with one page in it."""
    fill(EmbeddedEngine(tmp_path / "index"), [document("Eerste pagina")])
    return tmp_path / "index"


@contextmanager
def other_process(code: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run ``code`` with ``engine`` at hand until it says "ready"; killed at the end if it still runs."""
    program = (
        # With the facets and orders that the rooms add: they are part of what an index looks like.
        "import sys, django; django.setup()\n"
        "from pathlib import Path\n"
        "from search.engines.embedded import EmbeddedEngine\n"
        "from itertools import count\n"
        "from tests.search import factories\n"
        "from tests.search.factories import document, fill, search, titles\n"
        # Ids that no page of this process has.
        "factories._page_ids = count(5_000_000)\n"
        "def ready():\n    print('ready', flush=True); sys.stdin.readline()\n"
        f"engine = EmbeddedEngine(Path({str(folder)!r}))\n{code}"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'platform'}",
        "DJANGO_SETTINGS_MODULE": "config.settings.testing",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_reader_sees_what_another_process_wrote(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    assert engine.count() == 1

    with other_process("engine.apply([document('Tweede pagina')], ())\nready()", folder):
        assert sorted(titles(search(engine))) == ["Eerste pagina", "Tweede pagina"]


def test_a_reader_follows_a_swap_of_another_process(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    assert engine.count() == 1

    with other_process("fill(engine, [document('Verse pagina')])\nready()", folder):
        assert titles(search(engine)) == ["Verse pagina"]


def test_a_search_that_began_before_two_swaps_still_ends(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    snapshot = engine._reader.snapshot()
    for number in range(3):
        fill(EmbeddedEngine(folder), [document(f"Ronde {number}")])

    assert snapshot.searcher.num_docs == 1
    assert titles(search(engine)) == ["Ronde 2"]


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.0, 0.05, 0.2, 0.5])
def test_a_writer_killed_while_it_updates_leaves_a_usable_index(folder: Path, moment: float) -> None:
    writing = (
        "def many():\n    for n in range(200000): yield document(f'Halve pagina {n}', 'woorden ' * 50)\n"
        "print('ready', flush=True)\n"
        "while True: engine.apply((page for page, _ in zip(many(), range(300))), ())"
    )
    with other_process(writing, folder) as process:
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait(START_SECONDS)

    engine = EmbeddedEngine(folder)
    before = engine.count()
    assert before % 300 == 1, "every update is there whole or not at all"
    assert titles(search(engine, '"eerste pagina"')) == ["Eerste pagina"]
    engine.apply([document("Na de klap")], ())
    assert engine.count() == before + 1


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_index_in_use_and_is_tidied_up(folder: Path) -> None:
    building_on = (
        "with engine.build() as build:\n"
        "    for _ in build.add(document(f'Halve pagina {n}') for n in range(600)): pass\n"
        "    ready()"
    )
    with other_process(building_on, folder) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(START_SECONDS)

    engine = EmbeddedEngine(folder)
    assert titles(search(engine)) == ["Eerste pagina"]
    assert len(list(folder.glob("v*-*"))) == 2

    fill(engine, [document("Verse pagina")])

    assert titles(search(engine)) == ["Verse pagina"]
    assert len(list(folder.glob("v*-*"))) == 2, "the one in use and the one before"


def test_a_crash_before_the_pointer_is_replaced_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", crash)
        fill(EmbeddedEngine(folder), [document("Verse pagina")])

    engine = EmbeddedEngine(folder)
    assert titles(search(engine)) == ["Eerste pagina"]
    fill(engine, [document("Toch nog")])
    assert titles(search(engine)) == ["Toch nog"]


def test_a_second_writer_waits_for_the_first(folder: Path) -> None:
    folders = IndexFolders(folder)
    entered, released = threading.Event(), threading.Event()
    order: list[str] = []

    def first() -> None:
        with exclusive(folders.write_lock, 5):
            entered.set()
            released.wait(5)
            order.append("first")

    holder = threading.Thread(target=first)
    holder.start()
    assert entered.wait(5)

    def second() -> None:
        update(folders, [document("Tweede pagina")], (), wait_seconds=30)
        order.append("second")

    waiting = threading.Thread(target=second)
    waiting.start()
    released.set()
    holder.join()
    waiting.join()

    assert order == ["first", "second"]
    assert EmbeddedEngine(folder).count() == 2


def test_a_writer_that_waited_long_enough_says_so(folder: Path) -> None:
    folders = IndexFolders(folder)

    with (
        exclusive(folders.write_lock, 0),
        pytest.raises(EngineUnavailable, match="another process"),
    ):
        update(folders, [document()], (), wait_seconds=0.1)

    assert EmbeddedEngine(folder).count() == 1


def test_one_build_at_a_time(folder: Path) -> None:
    folders = IndexFolders(folder)

    with building(folders, "first"), pytest.raises(EngineUnavailable), building(folders, "second", wait_seconds=0):
        pass


def test_searches_go_on_while_another_process_holds_the_locks(folder: Path) -> None:
    folders = IndexFolders(folder)

    with exclusive(folders.write_lock, 0), exclusive(folders.build_lock, 0):
        assert EmbeddedEngine(folder).count() == 1


def test_an_index_of_another_version_is_not_read(folder: Path) -> None:
    folders = IndexFolders(folder)
    folders.current().rename(folder / "v0-old")
    folders.pointer.write_text("v0-old\n")
    engine = EmbeddedEngine(folder)

    with pytest.raises(EngineUnavailable, match="rebuild"):
        engine.count()

    fill(engine, [document("Verse pagina")])
    assert engine.count() == 1


def test_a_damaged_index_makes_the_engine_unavailable_and_a_rebuild_mends_it(folder: Path) -> None:
    (IndexFolders(folder).current() / "meta.json").write_text("{")
    engine = EmbeddedEngine(folder)

    with pytest.raises(EngineUnavailable):
        search(engine)

    fill(engine, [document("Verse pagina")])
    assert engine.count() == 1


def test_many_threads_search_while_one_writes(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    problems: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                assert search(engine, "pagina").total >= 1
            except BaseException as problem:
                problems.append(problem)
                return

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(5):
        engine.apply([document(f"Pagina {number}")], ())
        fill(engine, [document("Pagina"), document("Nog een pagina")])
    done.set()
    for reader in readers:
        reader.join()

    assert problems == []
