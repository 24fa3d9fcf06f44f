"""A pattern for every theme, drawn from its name: the same name gives the same drawing, always.

Geometry comes from the name, colour from the style sheet (classes ``pa``, ``pb``, ``pc`` on the colours of
the kind of content around it), so that a theme is recognised by its form and a kind by its colour, in light
and dark. A motif is a block of two or three tiles square, repeated as on a tiled wall.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from design.motifs import MOTIFS, Stack, Tile, cubes

#: Side of a tile in the drawing's own units.
UNIT = 10
TONES = ("a", "b", "c")


class Dice:
    """Numbers that follow from a name; the same on every machine and in every Python."""

    def __init__(self, name: str) -> None:
        self._numbers = self._stream(name)

    @staticmethod
    def _stream(name: str) -> Iterator[int]:
        block = 0
        while True:
            yield from hashlib.sha256(f"{name}/{block}".encode()).digest()
            block += 1

    def pick(self, sides: int) -> int:
        """A number from 0 up to ``sides``."""
        return next(self._numbers) % sides


@lru_cache(maxsize=2048)
def pattern(name: str, columns: int = 6, rows: int = 4) -> SafeString:
    """The pattern of ``name`` as inline SVG of ``columns`` by ``rows`` tiles, hidden from screen readers."""
    dice = Dice(name)
    drawn = dict.fromkeys(TONES, "")
    family = dice.pick(len(MOTIFS) + 1)
    if family == len(MOTIFS):
        for tone, path in cubes(columns * UNIT, rows * UNIT, _stack(dice)):
            drawn[tone] += path
    else:
        for tone, path in _wall(dice, MOTIFS[family], columns, rows):
            drawn[tone] += path
    paths = "".join(f'<path class="p{tone}" d="{path}"/>' for tone, path in drawn.items() if path)
    return format_html(
        '<svg class="pattern" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        columns * UNIT,
        rows * UNIT,
        SafeString(paths),
    )


def _stack(dice: Dice) -> Stack:
    """One of the 72 ways to stack cubes."""
    return Stack(
        width=(8, 10, 14)[dice.pick(3)],
        tones=("abc", "acb", "bac", "bca", "cab", "cba")[dice.pick(6)],
        lit_from_left=dice.pick(2) == 0,
        rows_differ=dice.pick(2) == 0,
    )


def _wall(
    dice: Dice, motif: Callable[[Tile, int], Iterator[tuple[str, str]]], columns: int, rows: int
) -> Iterator[tuple[str, str]]:
    """A block of tiles, repeated; in half of the names every other block is mirrored."""
    side = 2 + dice.pick(2)
    mirrored = dice.pick(2) == 1
    shift = dice.pick(3)
    turns = [dice.pick(4) for _ in range(side * side)]
    tones = [(cell + shift) % 3 if dice.pick(3) else dice.pick(3) for cell in range(side * side)]
    variant = dice.pick(4)
    for row in range(rows):
        for column in range(columns):
            x, y = column % side, row % side
            turn_over = mirrored and (column // side) % 2 == 1
            cell = y * side + (side - 1 - x if turn_over else x)
            turn = turns[cell] ^ 1 if turn_over else turns[cell]
            tile = Tile(column * UNIT, row * UNIT, UNIT, turn, tones[cell])
            yield from motif(tile, variant)
