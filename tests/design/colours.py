"""Colours as the style sheets name them, and how far they stand apart (WCAG 2)."""

import re

from design.bundles import ROOM

_PAIR = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{3,6}),\s*(#[0-9a-f]{3,6})\)")
_ALIAS = re.compile(r"--([a-z-]+):\s*var\(--([a-z-]+)\)")
SCHEMES = {"light": 0, "dark": 1}


def tokens(scheme):
    """Name to colour of everything that ``:root`` sets, in one scheme."""
    text = (ROOM / "css" / "10-tokens.css").read_text()
    return {name: pair[SCHEMES[scheme]] for name, *pair in _PAIR.findall(text)}


def kind_tokens(kind, scheme):
    """Name to colour of what a kind of content sets, in one scheme."""
    text = (ROOM / "css" / "11-kinds.css").read_text()
    block = re.search(rf"^  \.kind-{kind} \{{(.*?)\}}", text, re.DOTALL | re.MULTILINE)
    if block is None:
        return {}
    found = {name: pair[SCHEMES[scheme]] for name, *pair in _PAIR.findall(block[1])}
    return {**found, **{name: tokens(scheme)[other] for name, other in _ALIAS.findall(block[1])}}


def contrast(one, other):
    """The ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
