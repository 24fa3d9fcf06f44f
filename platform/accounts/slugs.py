"""Names in addresses."""

from __future__ import annotations

from django.utils.text import slugify

#: Letters that fall apart into no letter and accent, and would be left out.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)


def slug_of_name(name: str) -> str:
    """``jorgensen`` for Jørgensen: no letter of a name is lost."""
    return slugify(name.translate(_LETTERS))
