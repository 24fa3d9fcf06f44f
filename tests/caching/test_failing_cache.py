"""A cache that does not work costs speed, never an answer, and never shows what is old."""

import shutil

import pytest
from django.core.cache import cache
from django.test import Client

from caching import generation, page_store
from caching.memory import per_generation
from tests.caching.conftest import FILES, REDIS
from tests.caching.small_site import calls
from tests.services import processes


@pytest.fixture(autouse=True)
def _asking_again_at_once(monkeypatch):
    monkeypatch.setattr(generation, "RETRY_SECONDS", 0.0)
    generation.read()
    yield
    generation._outage.end()


def break_it(folder):
    """A file where the folder was: nothing can be read or written there, also not by root."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("")


def repair_it(folder):
    folder.unlink()


@pytest.fixture(params=["a folder that is none", "a Redis that does not answer"])
def broken_cache(request, settings, tmp_path):
    if request.param == "a folder that is none":
        (tmp_path / "file").write_text("")
        settings.CACHES = {"default": {"BACKEND": FILES, "LOCATION": str(tmp_path / "file" / "cache")}}
    else:
        url = f"redis://127.0.0.1:{processes.free_port()}/0"
        settings.CACHES = {"default": {"BACKEND": REDIS, "LOCATION": url}}


def test_pages_are_made_for_each_reader(broken_cache, small_site):
    for number in (1, 2):
        assert Client().get("/gewoon/").status_code == 200
        assert calls.number == number


def test_a_change_is_committed_without_complaint(broken_cache):
    generation.renew()
    assert not generation.is_shared(generation.read())


def test_nothing_is_remembered_meanwhile(broken_cache):
    source = ["eerst"]
    remembered = per_generation(lambda: source[0])
    assert remembered() == "eerst"
    source[0] = "daarna"
    assert remembered() == "daarna"


def test_within_one_request_things_are_still_looked_up_once(broken_cache):
    times = []
    remembered = per_generation(lambda: times.append(1))
    with generation.held():
        remembered()
        remembered()
    assert len(times) == 1


def test_a_change_while_the_cache_was_away_shows_when_it_is_back(reader, file_cache, tmp_path):
    """The kept pages and the old word come back with the cache, as after a network that was cut."""
    assert b"eerst" in reader.get("/gewoon/").content
    shutil.copytree(file_cache, tmp_path / "away")
    break_it(file_cache)
    calls.title = "daarna"
    generation.renew()
    assert b"daarna" in reader.get("/gewoon/").content
    repair_it(file_cache)
    shutil.move(tmp_path / "away", file_cache)
    assert b"daarna" in reader.get("/gewoon/").content


def test_a_process_that_only_saw_the_cache_fail_trusts_nothing_in_it_afterwards(reader, file_cache, tmp_path):
    reader.get("/gewoon/")
    shutil.copytree(file_cache, tmp_path / "away")
    break_it(file_cache)
    reader.get("/gewoon/")
    calls.title = "daarna"  # changed by another process, which could not say so
    repair_it(file_cache)
    shutil.move(tmp_path / "away", file_cache)
    assert b"daarna" in reader.get("/gewoon/").content


def test_pages_are_kept_again_when_the_cache_is_back(reader, file_cache):
    break_it(file_cache)
    reader.get("/gewoon/")
    repair_it(file_cache)
    reader.get("/gewoon/")
    calls.number = 0
    reader.get("/gewoon/")
    assert calls.number == 0


def test_a_failing_cache_is_not_asked_by_every_request(broken_cache, monkeypatch):
    generation.read()
    monkeypatch.setattr(generation, "RETRY_SECONDS", 60.0)
    generation.read()
    assert generation._outage.spares_the_wait


def test_a_kept_page_that_cannot_be_read_is_made_again(reader, file_cache):
    reader.get("/gewoon/")
    word = cache.get(generation.KEY)
    page_store.nearby.clear()
    for path in file_cache.iterdir():
        path.write_bytes(path.read_bytes()[:-20])
    cache.set(generation.KEY, word, None)
    assert reader.get("/gewoon/").status_code == 200
    assert calls.number == 2
    page_store.nearby.clear()
    reader.get("/gewoon/")
    assert calls.number == 2
