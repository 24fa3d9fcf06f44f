"""The caches that all processes share, real ones, empty at the start of each test."""

import shutil
import subprocess
import time

import pytest
import redis
from django.test import Client

from tests.caching.small_site import calls
from tests.services import processes
from tests.services.missing import unavailable

FILES = "caching.file_cache.SharedFileCache"
REDIS = "django.core.cache.backends.redis.RedisCache"


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory):
    """A Redis of our own."""
    if not shutil.which("redis-server"):
        unavailable("Redis", "no redis-server on the path")
    port = processes.free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=tmp_path_factory.mktemp("redis")) as server:
        try:
            client = redis.Redis(port=port)
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                try:
                    client.ping()
                    break
                except redis.ConnectionError:
                    time.sleep(0.05)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


@pytest.fixture
def file_cache(settings, tmp_path):
    """The cache of a machine without Redis, empty."""
    settings.CACHES = {"default": {"BACKEND": FILES, "LOCATION": str(tmp_path / "cache")}}
    return tmp_path / "cache"


@pytest.fixture(params=["files", "redis"])
def any_cache(request, settings, tmp_path):
    """Each kind of shared cache in turn, empty."""
    if request.param == "files":
        settings.CACHES = {"default": {"BACKEND": FILES, "LOCATION": str(tmp_path / "cache")}}
    else:
        url = request.getfixturevalue("redis_url")
        redis.Redis.from_url(url).flushall()
        settings.CACHES = {"default": {"BACKEND": REDIS, "LOCATION": url}}
    return request.param


@pytest.fixture
def small_site(settings):
    """The site of a few views, with its page cache on, and nobody counted yet."""
    settings.ROOT_URLCONF = "tests.caching.small_site"
    settings.PAGE_CACHE_SECONDS = 3600
    calls.reset()
    return calls


@pytest.fixture
def reader(small_site, file_cache):
    """An anonymous reader whose pages come from an empty file cache."""
    return Client()
