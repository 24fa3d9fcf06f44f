"""What the search keeps in the database; the index itself is the engine's."""

from search.models.outbox import IndexOutboxEntry
from search.models.pinned import PinnedResult
from search.models.search_count import SearchCount
from search.models.synonyms import SynonymGroup

__all__ = ["IndexOutboxEntry", "PinnedResult", "SearchCount", "SynonymGroup"]
