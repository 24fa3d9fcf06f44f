"""What the specifications of accounts share."""

import pytest
from django.core.cache import cache
from django.test import Client


@pytest.fixture(autouse=True)
def nothing_tried_yet():
    """Limits count in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def elsewhere():
    """A browser at another place on the internet."""
    return Client(REMOTE_ADDR="203.0.113.9")
