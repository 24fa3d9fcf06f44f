"""The embedded engine: Tantivy in process, one writer, many readers, nothing to install."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
