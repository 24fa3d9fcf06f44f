"""Fixtures for a real Elasticsearch: the one in ``ELASTICSEARCH_URL``, or one of our own for this run."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from tests.services.elasticsearch_server import NoServerError, running_server
from tests.services.missing import unavailable

#: Kept, because the tests themselves change the environment and the settings.
_NAMED_URL = os.environ.get("ELASTICSEARCH_URL", "")


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """The URL of a server that answers."""
    if _NAMED_URL:
        yield _NAMED_URL
        return
    try:
        with running_server() as url:
            yield url
    except NoServerError as reason:
        unavailable("Elasticsearch", str(reason))


@pytest.fixture(scope="session")
def elasticsearch_prefix(elasticsearch_url: str) -> Iterator[str]:
    """A beginning of index names that no other run has; what begins so is removed at the end."""
    prefix = f"test-{secrets.token_hex(4)}"
    yield prefix
    client = Elasticsearch(elasticsearch_url, request_timeout=30)
    for index in client.indices.get(index=f"{prefix}*", expand_wildcards="all"):
        client.indices.delete(index=index)
