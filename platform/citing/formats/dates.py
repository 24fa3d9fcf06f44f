"""Dates in files of references: of a year, a month or a day, or said in words."""

from __future__ import annotations

import re

from citing.items import CslDate, CslItem

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DUTCH = {"maa": 3, "mrt": 3, "mei": 5, "okt": 10}
_DATE = re.compile(r"(?<!\d)(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")
_IN_PRESS = re.compile(r"in press|in druk|forthcoming|te verschijnen|to appear|accepted", re.IGNORECASE)
_NO_DATE = re.compile(r"(n\.?\s?d\.?|z\.?\s?[dj]\.?|s\.?\s?[ad]\.?|no date|zonder datum)", re.IGNORECASE)


def read_date(text: str, month: str = "", day: str = "") -> CslDate | None:
    """The date in ``text``: "2021", "2021-04-27", "2021/04/27/", "ca. 1900"; None when it says there is none.

    ``month`` is a number or a name, as BibTeX has it beside the year.
    """
    text = text.strip()[:100]
    found = _DATE.search(text)
    if not found:
        return None if not text or _NO_DATE.fullmatch(text) or _IN_PRESS.search(text) else {"literal": text}
    parts = [int(part) for part in found.groups() if part]
    if len(parts) == 1 and (number := month_number(month)):
        parts.append(number)
        if day.strip().isdigit():
            parts.append(int(day))
    return {"date-parts": [_sound(parts)]}


def put_date(item: CslItem, text: str, month: str = "", day: str = "") -> None:
    """Sets when ``item`` came out; "in press" is a status and no date."""
    if _IN_PRESS.search(text[:100]):
        item["status"] = "in press"
    date = read_date(text, month, day)
    if date:
        item["issued"] = date


def month_number(text: str) -> int:
    """1 to 12 of "4", "apr" or "April"; 0 for anything else."""
    text = text.strip().lower()[:20]
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else 0
    return _DUTCH.get(text[:3]) or (MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else 0)


def date_parts(date: CslDate | None) -> list[int]:
    """Year, month, day, as far as known; empty for a date in words."""
    parts = (date or {}).get("date-parts") or [[]]
    return parts[0]


def iso(date: CslDate | None) -> str:
    """``2021-04-27``, ``2021-04`` or ``2021``; empty for a date in words."""
    parts = date_parts(date)
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]) if parts else ""


def _sound(parts: list[int]) -> list[int]:
    """Without a month or day that does not exist."""
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return parts[:1]
    return parts[:2] if len(parts) > 2 and not 1 <= parts[2] <= 31 else parts
