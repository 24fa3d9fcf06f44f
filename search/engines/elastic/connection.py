"""Reaching the cluster within the time a visitor has, and saying in one way that it cannot be reached."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import EngineUnavailable

#: Writing may take long: a bulk request, a swap that removes an index.
WRITE_TIMEOUT_SECONDS = 60.0
#: More searches at a time than this from one process wait for each other.
CONNECTIONS = 16


class Connection:
    """A client that asks once and answers in time, and one for writing that has more patience."""

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._timeout = timeout_seconds
        client = Elasticsearch(
            url,
            max_retries=0,
            retry_on_timeout=False,
            retry_on_status=(),
            connections_per_node=CONNECTIONS,
            # A node that failed is asked again at once: the breaker says when to ask.
            dead_node_backoff_factor=0,
        )
        # The client's timeout holds for connecting and for each wait for bytes: neither looking up a name nor
        # an answer that trickles in is bounded by it. So a search is waited for no longer than it may take.
        self._reader = client.options(request_timeout=timeout_seconds)
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="elasticsearch")
        self.writer = client.options(request_timeout=WRITE_TIMEOUT_SECONDS)

    def deadline(self) -> float:
        """The moment until which a search that starts now may go on; for :meth:`ask`."""
        return time.monotonic() + self._timeout

    def ask(self, index: str, bodies: list[dict[str, Any]], deadline: float) -> list[dict[str, Any]]:
        """Answers to all, from one ``_msearch``. Raises :class:`EngineUnavailable` when one failed."""
        searches = [line for body in bodies for line in ({}, body)]
        with unavailable_when_failing():
            asked = self._threads.submit(self._reader.msearch, index=index, searches=searches)
            found = asked.result(timeout=max(0.0, deadline - time.monotonic()))
        answers: list[dict[str, Any]] = found["responses"]
        for answer in answers:
            if "error" in answer or answer["timed_out"] or answer["_shards"]["failed"]:
                raise EngineUnavailable(f"Elasticsearch did not search: {answer.get('error', 'incomplete')}")
        return answers


@contextmanager
def unavailable_when_failing() -> Iterator[None]:
    """Turn all that can go wrong on the way there and back into :class:`EngineUnavailable`."""
    try:
        yield
    except (ApiError, TransportError, TimeoutError) as problem:
        raise EngineUnavailable(f"Elasticsearch: {problem or 'no answer in time'}") from problem
