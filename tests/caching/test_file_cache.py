"""The cache in files makes room by itself."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import caches

from caching import file_cache as file_cache_module
from caching import generation
from caching.file_cache import SharedFileCache
from tests.caching.conftest import FILES


@pytest.fixture
def small_cache(settings, tmp_path, monkeypatch):
    """Room for ten, looked after at every write."""
    monkeypatch.setattr(file_cache_module, "WRITES_PER_LOOK", 1)
    location = str(tmp_path / "cache")
    settings.CACHES = {
        "default": {"BACKEND": FILES, "LOCATION": location, "OPTIONS": {"MAX_ENTRIES": 10, "CULL_FREQUENCY": 2}}
    }
    return caches["default"]


def fill(cache, number):
    for n in range(number):
        cache.set(f"page-{n}", n)
        path = cache._key_to_file(f"page-{n}")
        os.utime(path, (1_000_000 + n, 1_000_000 + n))


def test_it_never_holds_much_more_than_its_maximum(small_cache, tmp_path):
    fill(small_cache, 100)
    assert len(list((tmp_path / "cache").iterdir())) <= 11


def test_the_oldest_go_first(small_cache):
    fill(small_cache, 11)
    assert small_cache.get("page-0") is None
    assert small_cache.get("page-10") == 10


def test_the_generation_stays(small_cache):
    word = generation.read()
    path = small_cache._key_to_file(generation.KEY)
    os.utime(path, (1, 1))
    fill(small_cache, 100)
    assert generation.read() == word


def test_below_its_maximum_nothing_goes(small_cache):
    fill(small_cache, 9)
    assert [small_cache.get(f"page-{n}") for n in range(9)] == list(range(9))


def test_a_generation_that_follows_another_one_at_once_is_seen(small_cache, settings):
    other = SharedFileCache(settings.CACHES["default"]["LOCATION"], {})
    for number in range(300):
        small_cache.set(generation.KEY, f"before-{number:04d}", None)
        other.get(generation.KEY)
        small_cache.set(generation.KEY, f"between-{number:03d}", None)
        small_cache.set(generation.KEY, f"after--{number:04d}", None)
        assert other.get(generation.KEY) == f"after--{number:04d}"


def test_a_generation_that_has_stood_for_a_while_is_read_once_and_its_successor_is_seen(small_cache, settings):
    other = SharedFileCache(settings.CACHES["default"]["LOCATION"], {})
    small_cache.set(generation.KEY, "old", None)
    path = small_cache._key_to_file(generation.KEY)
    os.utime(path, (1_000_000, 1_000_000))
    assert [other.get(generation.KEY) for _ in range(2)] == ["old", "old"]
    small_cache.set(generation.KEY, "new", None)
    assert other.get(generation.KEY) == "new"
    small_cache.delete(generation.KEY)
    assert other.get(generation.KEY) is None


def test_of_many_who_add_at_once_one_does(small_cache):
    start = threading.Barrier(8)

    def add(number):
        start.wait(10)
        return SharedFileCache(small_cache._dir, {}).add("word", number)

    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(add, range(8)))
    assert added.count(True) == 1
    assert small_cache.get("word") == added.index(True)
