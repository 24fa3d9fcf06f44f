"""Pages that threads of this process are making: one makes a page, the others wait for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: Seconds after which a thread makes the page itself after all.
LONGEST_WAIT = 5.0


class Makers:
    """Keeps a change from having the same page made by all threads at once.

    Nobody waits twice: a page that turns out not to be kept costs a second reader one wait, not a queue. Other
    processes are not waited for, so a page is made once a process at most.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: dict[str, threading.Event] = {}

    @contextmanager
    def turn(self, key: str) -> Iterator[bool]:
        """Yields True to the first who comes; False to those who come meanwhile, when that one is ready."""
        with self._lock:
            made_by_other = self._under_way.get(key)
            if made_by_other is None:
                ready = self._under_way[key] = threading.Event()
        if made_by_other is not None:
            made_by_other.wait(LONGEST_WAIT)
            yield False
            return
        try:
            yield True
        finally:
            with self._lock:
                del self._under_way[key]
            ready.set()
