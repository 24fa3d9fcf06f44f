"""Small drawn instruments for evidence, months and cost.

They are hidden from screen readers: the value stands beside each of them in words. What is not known is drawn
as a broken line or empty outlines and never looks like a low value.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: The ruler of months runs between these; a value beyond them stands at its end.
MONTHS_FROM, MONTHS_TO = -4, 8
LEVELS_OF_CERTAINTY = 4
LEVELS_OF_STRENGTH = 5
LEVELS_OF_COST = 5
PRACTICE_STEPS = ("ervaring", "zelf_gemeten", "onderzocht")

_QUARTERS = (
    "M11 9V0a9 9 0 0 1 9 9z",
    "M11 11h9a9 9 0 0 1-9 9z",
    "M9 11v9a9 9 0 0 1-9-9z",
    "M9 9H0a9 9 0 0 1 9-9z",
)


def _svg(name: str, width: int, height: int, parts: Iterable[str]) -> SafeString:
    return format_html(
        '<svg class="instrument instrument--{}" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        name,
        width,
        height,
        width,
        height,
        SafeString("".join(parts)),
    )


def _on(is_on: bool) -> str:
    return "on" if is_on else "off"


def _states(value: int | None, highest: int) -> list[str]:
    """The class of every step of a scale from 1 to ``highest``."""
    return ["unknown" if value is None else _on(step < value) for step in range(highest)]


@lru_cache(maxsize=16)
def certainty_dial(level: int) -> SafeString:
    """A disc of four quarters, ``level`` of them filled, clockwise: how sure research makes us."""
    parts = (f'<path class="{_on(step < level)}" d="{path}"/>' for step, path in enumerate(_QUARTERS))
    return _svg("certainty", 20, 20, parts)


@lru_cache(maxsize=16)
def practice_blocks(evidence: str) -> SafeString:
    """Three blocks: experience, own measurement, research. Another form than the dial: another question."""
    reached = PRACTICE_STEPS.index(evidence) if evidence in PRACTICE_STEPS else -1
    parts = (
        f'<path class="{_on(step <= reached)}" d="M{step * 12} 3h10v14h-10z"/>' for step in range(len(PRACTICE_STEPS))
    )
    return _svg("practice", 34, 20, parts)


@lru_cache(maxsize=16)
def strength_bars(strength: int | None) -> SafeString:
    """Five bars of growing height: how sure a source is of its months. None: broken outlines."""
    states = _states(strength, LEVELS_OF_STRENGTH)
    parts = (
        f'<path class="{state}" d="M{step * 8} {16 - step * 3}h6v{4 + step * 3}h-6z"/>'
        for step, state in enumerate(states)
    )
    return _svg("strength", 38, 20, parts)


@lru_cache(maxsize=16)
def cost_coins(cost: int | None) -> SafeString:
    """Five coins: what it costs. None: broken outlines."""
    states = _states(cost, LEVELS_OF_COST)
    parts = (f'<circle class="{state}" cx="{6 + step * 13}" cy="10" r="5"/>' for step, state in enumerate(states))
    return _svg("cost", 64, 20, parts)


@lru_cache(maxsize=64)
def months_ruler(months: int | None) -> SafeString:
    """A ruler with zero marked and a bar from zero to the value; a broken line when the source gives none."""
    unit, top = 10, 10
    zero = -MONTHS_FROM * unit + 5
    length = (MONTHS_TO - MONTHS_FROM) * unit + 10
    ticks = "".join(
        f"M{5 + tick * unit} {top - (5 if tick == -MONTHS_FROM else 2)}v{10 if tick == -MONTHS_FROM else 4}"
        for tick in range(MONTHS_TO - MONTHS_FROM + 1)
    )
    if months is None:
        return _svg("months", length, 20, [f'<path class="scale unknown" d="M5 {top}h{length - 10}"/>', _ticks(ticks)])
    reached = max(MONTHS_FROM, min(MONTHS_TO, months)) * unit
    sign = "less" if months < 0 else "more"
    bar = f'<path class="bar {sign}" d="M{zero} {top}h{reached}"/>' if reached else ""
    end = f'<circle class="end {sign}" cx="{zero + reached}" cy="{top}" r="5"/>'
    return _svg("months", length, 20, [f'<path class="scale" d="M5 {top}h{length - 10}"/>', _ticks(ticks), bar, end])


def _ticks(path: str) -> str:
    return f'<path class="ticks" d="{path}"/>'


def months_text(months: int | None) -> str:
    """``+6 maanden``, ``0 maanden``, ``−2 maanden``; in words when the source gives none."""
    if months is None:
        return _("geen getal")
    sign = "+" if months > 0 else "−" if months < 0 else ""
    number = abs(months)
    return ngettext("%(sign)s%(number)d maand", "%(sign)s%(number)d maanden", number) % {
        "sign": sign,
        "number": number,
    }
