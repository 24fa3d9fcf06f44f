"""English titles with Capitals in the Words that Count, as Chicago and MLA write them.

The processor's own does it too, but not after brackets and hyphens, and it takes prepositions for other words.
"""

from __future__ import annotations

import re

_ARTICLES_AND_CONJUNCTIONS = {"a", "an", "the", "and", "but", "for", "nor", "or", "so", "yet", "as", "to", "if"}
_SHORT_PREPOSITIONS = {"at", "by", "down", "from", "in", "into", "of", "off", "on", "onto", "out", "over", "per",
                       "till", "up", "upon", "via", "with", "than", "vs.", "versus"} - {"versus"}  # fmt: skip
#: Chicago capitalises these since its 18th edition (8.160), MLA does not.
_LONG_PREPOSITIONS = {"about", "above", "across", "after", "against", "along", "among", "around", "before", "behind",
                      "below", "beneath", "beside", "between", "beyond", "during", "except", "inside", "outside",
                      "since", "through", "throughout", "toward", "towards", "under", "until", "versus", "within",
                      "without"}  # fmt: skip
#: The second part keeps its small letter after what is no word by itself.
_PREFIXES = {"anti", "bi", "co", "de", "extra", "inter", "intra", "meta", "micro", "mid", "multi", "non", "over",
             "post", "pre", "pro", "pseudo", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un"}  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w’']*\.?", re.UNICODE)
_DIGIT = re.compile(r"\W*\d")


def headline(title: str, long_prepositions: bool) -> str:
    """``title`` in headline style; with ``long_prepositions`` those of five letters and more get a capital too.

    Words that have a capital already keep what they have.
    """
    small = _ARTICLES_AND_CONJUNCTIONS | _SHORT_PREPOSITIONS
    if not long_prepositions:
        small = small | _LONG_PREPOSITIONS
    words = title.split(" ")
    starts = True
    result = []
    for index, word in enumerate(words):
        last = index == len(words) - 1
        # "over 800" is "more than", no preposition.
        counts = word == "over" and not last and _DIGIT.match(words[index + 1]) is not None
        result.append(_word(word, small, starts or last or counts))
        starts = word.endswith((":", "?", "!", "—", "–", ".")) or not _WORD.search(word)
    return " ".join(result)


def _word(word: str, small: set[str], always: bool) -> str:
    if word != word.lower():
        return word
    parts = word.split("-")
    done = []
    for index, part in enumerate(parts):
        bare = part.strip("“”‘’\"'([{)]},;:?!.")
        after_prefix = index > 0 and parts[index - 1].strip("(“‘") in _PREFIXES
        keeps = after_prefix or (bare in small and not (always and index == 0))
        done.append(part if keeps else _capital(part))
    return "-".join(done)


def _capital(part: str) -> str:
    for index, character in enumerate(part):
        if character.isdigit():
            return part
        if character.isalpha():
            return part[:index] + character.upper() + part[index + 1 :]
    return part
