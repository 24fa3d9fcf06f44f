"""What the specifications of accounts share."""

import pytest
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.test import Client

from accounts.models import Profile


@pytest.fixture(autouse=True)
def nothing_tried_yet():
    """Limits count in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def elsewhere():
    """A browser at another place on the internet."""
    return Client(REMOTE_ADDR="203.0.113.9")


@pytest.fixture(autouse=True)
def private_files(tmp_path, settings, monkeypatch):
    """A folder of its own for the photos of each test."""
    settings.PRIVATE_MEDIA_ROOT = str(tmp_path / "private")
    storage = FileSystemStorage(location=settings.PRIVATE_MEDIA_ROOT, base_url=None)
    monkeypatch.setattr(Profile._meta.get_field("photo"), "storage", storage)
