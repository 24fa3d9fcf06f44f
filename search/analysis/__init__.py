"""The one Dutch analysis: what both engines index, look for and mark.

Indexed documents, queries and snippets all pass through :func:`analyse`, so that a word means the same in
all three. The word lists beside this package (``words/*.txt``) are data that engineers extend; a change of
them changes :func:`search.analysis.documents.fingerprint`, and ``search_index check`` finds what is stale.
"""

from search.analysis.folding import fold
from search.analysis.streams import Streams, parts, stems, streams, words
from search.analysis.tokens import Token, analyse

__all__ = ["Streams", "Token", "analyse", "fold", "parts", "stems", "streams", "words"]
