"""What the vocabulary tells the other rooms."""

from __future__ import annotations

from django.dispatch import Signal

#: Sent inside the transaction of a change to controlled terms, with ``page_ids`` (a frozenset): the pages whose
#: classification, or the words that show it, are not what they were. Whoever keeps a copy of them, such as the
#: search index, looks at these pages again.
pages_reclassified = Signal()
