"""What the search tells the other rooms."""

from __future__ import annotations

from django.dispatch import Signal

#: Sent when changes can be found: after each batch that the index took in, with ``page_ids`` (a tuple), and
#: after a rebuild, with an empty tuple that stands for every page. What shows search results is stale then.
index_caught_up = Signal()
