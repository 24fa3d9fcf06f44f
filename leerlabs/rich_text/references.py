"""References inside a text: to a person, to a quoted post, to a page of the site.

A text names nobody: it holds the number of an account between two characters that nobody can type (of Unicode's
private use area; they are taken out of everything that comes in). Who leaves, leaves the texts of others too.
"""

from __future__ import annotations

import re

MENTION = re.compile("\ue000(\\d+)\ue001")
QUOTED = re.compile("\ue002(\\d+)\ue003")
#: A paragraph that is nothing but the address of a page; the link is what is shown when there is no card.
CARD = re.compile("<p>\ue004(\\d+)\ue005(.*?)</p>", re.DOTALL)
#: The number of nobody.
NOBODY = 0
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def without_references(typed: str) -> str:
    """``typed`` without the characters that mark a reference."""
    return _PRIVATE.sub("", typed)


def mention(user_id: int) -> str:
    """A reference to somebody."""
    return f"\ue000{user_id}\ue001"


def quoted(number: int) -> str:
    """A reference to the post of this number in the same thread."""
    return f"\ue002{number}\ue003"


def card(page_id: int) -> str:
    """A reference to a page, in front of the link to it."""
    return f"\ue004{page_id}\ue005"


def mentioned_in(text: str) -> set[int]:
    """The accounts that ``text`` refers to."""
    return {int(number) for number in MENTION.findall(text)} - {NOBODY}


def forget(text: str, user_id: int) -> str:
    """``text`` with a reference to nobody in place of each to this account."""
    return text.replace(mention(user_id), mention(NOBODY))
