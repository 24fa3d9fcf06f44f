"""What is searched for: questions that visitors ask, and questions that nobody asked before.

A worker: answers one job with one line of JSON, from the words of the site's own titles.
"""

from __future__ import annotations

import json
import re
import sys

import django

#: Asked again and again: words, a level, a compound, a phrase, a typing error, an abbreviation.
ASKED_BEFORE = (
    "begrijpend lezen groep 5",
    "feedback",
    "leesonderwijs",
    "rekenen automatiseren",
    "klasse verkleining",
    '"directe instructie"',
    "begelijding kleine groepen",
    "vve",
    "ouderbetrokkenheid gemeente",
    "executieve functies kleuters",
    "tutoring",
    "huiswerk",
)
BEGUN_BEFORE = ("le", "lez", "reken", "fee", "tut", "begrijpend le", "groep", "oud", "taal", "samen")
MIN_LETTERS = 4
#: A prime: going round the words in such steps meets them in no order of their own.
STEP = 7919


def from_titles(number: int) -> dict[str, list[str]]:
    """So many pairs of words out of titles, each another one, and the beginnings of those pairs."""
    from wagtail.models import Page

    titles = Page.objects.filter(live=True).values_list("title", flat=True)
    words = sorted({word.lower() for title in titles for word in re.findall(rf"[^\W\d_]{{{MIN_LETTERS},}}", title)})
    count = len(words)
    pairs = [f"{words[n * STEP % count]} {words[(n * STEP + n // count + 1) % count]}" for n in range(number)]
    return {"search": pairs, "suggest": [pair[:-2] for pair in pairs]}


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        print(json.dumps(from_titles(**json.loads(line))), flush=True)
