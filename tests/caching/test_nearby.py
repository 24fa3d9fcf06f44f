"""A page that was given a moment ago comes from the process itself; it is never older than the shared one."""

import pytest
from django.core.cache import cache
from django.test import Client

from caching import generation, nearby, page_store
from caching.kept_page import KeptPage
from tests.caching.small_site import calls


def page(text="x", size=1):
    return KeptPage("tag", (), "", "", {"": text.encode() * size})


@pytest.fixture
def pages():
    return nearby.Nearby()


def test_the_shared_cache_is_asked_for_the_generation_only(reader, settings):
    """The page's own file is gone, and nobody notices."""
    for _ in range(2):
        reader.get("/gewoon/")
    word = generation.read()
    cache.clear()
    cache.set(generation.KEY, word, None)
    reader.get("/gewoon/")
    assert calls.number == 1


def test_a_new_generation_is_seen_at_once(reader):
    for _ in range(2):
        reader.get("/gewoon/")
    calls.title = "daarna"
    generation.renew()
    assert b"daarna" in Client().get("/gewoon/").content


def test_it_is_for_a_moment(pages, monkeypatch):
    monkeypatch.setattr(nearby, "MAX_SECONDS", 0.0)
    pages.put("a", page())
    assert pages.get("a") is None


def test_the_first_goes_first(pages, monkeypatch):
    monkeypatch.setattr(nearby, "MAX_PAGES", 2)
    for key in "abc":
        pages.put(key, page(key))
    assert [bool(pages.get(key)) for key in "abc"] == [False, True, True]


def test_a_large_page_is_left_to_the_shared_cache(pages):
    pages.put("a", page(size=nearby.MAX_BYTES + 1))
    assert pages.get("a") is None


@pytest.fixture(autouse=True)
def _nothing_nearby():
    page_store.nearby.clear()
