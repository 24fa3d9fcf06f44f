"""Counting what somebody does within an hour."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache

from accounts.hourly_counts import counted


class FailingCache(LocMemCache):
    """A cache of which the server went."""

    def incr(self, *args, **kwargs):
        raise ConnectionError


@pytest.fixture
def what():
    """Something that nobody did yet."""
    return f"proef:{uuid4()}"


def test_it_counts_every_time(what):
    assert [counted(what, "iemand") for _ in range(3)] == [1, 2, 3]


def test_one_is_not_counted_for_another(what):
    counted(what, "iemand")
    assert counted(what, "een ander") == 1


def test_one_thing_is_not_counted_for_another(what):
    counted(what, "iemand")
    assert counted(f"{what}:anders", "iemand") == 1


def test_a_cache_that_fails_keeps_nobody_from_going_on(what, settings):
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.FailingCache"}}
    assert [counted(what, "iemand") for _ in range(3)] == [1, 1, 1]


def test_who_it_was_cannot_be_read_in_the_cache(what, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": what}}
    counted(what, "192.0.2.7")
    assert cache._cache
    assert not any("192.0.2.7" in key for key in cache._cache)
