"""The pages that this process gave a moment ago, so that a much-read one is not fetched and unpacked each time.

Their keys carry the generation, so a page that stands here is never older than the one in the shared cache.
"""

from __future__ import annotations

import threading
import time

from caching.kept_page import KeptPage

#: Pages, bytes of one page and seconds: some megabytes a process at most, and hardly past the page's own time.
MAX_PAGES = 128
MAX_BYTES = 64 * 1024
MAX_SECONDS = 10.0


class Nearby:
    """A few pages by key; the one that came first goes first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pages: dict[str, tuple[float, KeptPage]] = {}

    def get(self, key: str) -> KeptPage | None:
        """The page, when it came here less than :data:`MAX_SECONDS` ago."""
        until, page = self._pages.get(key, (0.0, None))
        return page if time.monotonic() < until else None

    def put(self, key: str, page: KeptPage) -> None:
        """Keep the page for a moment, unless it is large."""
        if sum(map(len, page.forms.values())) > MAX_BYTES:
            return
        with self._lock:
            self._pages.pop(key, None)
            if len(self._pages) >= MAX_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[key] = (time.monotonic() + MAX_SECONDS, page)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pages.clear()
