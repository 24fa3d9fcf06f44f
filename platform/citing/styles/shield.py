"""Keeping the processor's hands off values: titles, names of publishers, addresses.

citeproc-py escapes nothing that is a value, and changes capitals and punctuation inside of them. So each value goes
in as one character of Unicode's private use area, and comes out again when the citation is done. What else a value
needs, a style's capitals for example, was done before.
"""

from __future__ import annotations

import re

from django.utils.html import conditional_escape

_FIRST = 0xE100
#: A token, what closes behind it (markup, quotation mark), and the punctuation that follows.
_SEAM = re.compile(r"([\ue100-\uf8ff])((?:</[a-z]+>|[”’])*)([.,:;])?")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


class Shield:
    """The values of one reference, hidden behind one character each."""

    def __init__(self) -> None:
        self._values: list[str] = []

    def hide(self, value: str) -> str:
        """A character that stands for ``value``."""
        self._values.append(_PRIVATE.sub("", value))
        return chr(_FIRST + len(self._values) - 1)

    def reveal(self, citation: str) -> str:
        """The citation with its values, escaped; no full stop after a title that ends with a question mark."""

        def value_of(found: re.Match[str]) -> str:
            value, closing, mark = self._value(found.group(1)), found.group(2), found.group(3) or ""
            if mark == "." and value.endswith(("?", "!", ".", "…")):
                mark = ""
            return f"{conditional_escape(value)}{closing}{mark}"

        return _SEAM.sub(value_of, citation)

    def _value(self, token: str) -> str:
        number = ord(token) - _FIRST
        return self._values[number] if number < len(self._values) else ""
