"""Ranges of pages: what of the last page's number each style repeats. The processor's own drops digits too many."""

from __future__ import annotations

import re

_RANGE = re.compile(r"^(\d+)\s*[-–]\s*(\d+)$")


def page_range(pages: str, how: str) -> tuple[str, str]:
    """``("437", "71")`` of "437-471"; the second is empty for what is no range of two numbers."""
    found = _RANGE.match(pages.strip())
    if not found:
        return pages.strip(), ""
    first, last = found.groups()
    if len(first) != len(last) or int(last) <= int(first):
        return first, last
    return first, last[_repeated(first, last, how) :]


def _repeated(first: str, last: str, how: str) -> int:
    """How many digits at the start of ``last`` are left out."""
    same = next(index for index in range(len(first)) if first[index] != last[index])
    if how == "minimal":
        return same
    if how == "minimal-two":
        return max(min(same, len(last) - 2), 0)
    if how == "chicago":
        number = int(first)
        if number < 100 or number % 100 == 0 or (len(first) >= 4 and same == 0):
            return 0
        return same if number % 100 < 10 else max(min(same, len(last) - 2), 0)
    return 0
