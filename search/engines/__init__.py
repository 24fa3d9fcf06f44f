"""The engine that the settings choose."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import SearchEngine


def current_engine() -> SearchEngine:
    """Elasticsearch when ``ELASTICSEARCH_URL`` is set, otherwise the embedded one; one a process."""
    return _engine(
        settings.ELASTICSEARCH_URL,
        settings.ELASTICSEARCH_INDEX_PREFIX,
        float(settings.SEARCH_TIMEOUT_SECONDS),
        Path(settings.SEARCH_INDEX_DIR),
    )


@lru_cache(maxsize=4)
def _engine(url: str, prefix: str, timeout_seconds: float, index_dir: Path) -> SearchEngine:
    # Only the chosen engine's library is loaded.
    if url:
        from search.engines.elastic import ElasticsearchEngine

        return ElasticsearchEngine(url, prefix, timeout_seconds)
    from search.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(index_dir)
