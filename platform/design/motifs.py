"""What stands on one tile of a pattern: quarter discs, leaves, rings, Delft corners, woven bars …

Every motif yields pairs of tone (``a``, ``b``, ``c``) and an SVG path. A tile's ``turn`` is its corner:
0 top left, 1 top right, 2 bottom left, 3 bottom right; flipping the lowest bit mirrors it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Piece = tuple[str, str]


class Tile(NamedTuple):
    """One tile: where it lies, how long its side is, which corner it turns to, which tone it starts with."""

    x: int
    y: int
    side: int
    turn: int
    tone: int

    def colour(self, step: int = 0) -> str:
        """The tone of this tile, or of the ``step``-th next one."""
        return "abc"[(self.tone + step) % 3]


def _n(number: float) -> str:
    """A number as short as a path allows."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h{_n(-width)}z"


def _disc(x: float, y: float, radius: float) -> str:
    r, d = _n(radius), _n(2 * radius)
    return f"M{_n(x - radius)} {_n(y)}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z"


def _quarter(tile: Tile, radius: float, turn: int | None = None) -> str:
    """A quarter disc with its centre in a corner of the tile."""
    corner = tile.turn if turn is None else turn
    right, below = corner & 1, corner >> 1
    cx, cy = tile.x + right * tile.side, tile.y + below * tile.side
    dx, dy = (-radius if right else radius), (-radius if below else radius)
    sweep = 1 if right == below else 0
    return f"M{_n(cx)} {_n(cy)}h{_n(dx)}a{_n(radius)} {_n(radius)} 0 0 {sweep} {_n(-dx)} {_n(dy)}z"


def quarters(tile: Tile, variant: int) -> Iterator[Piece]:
    """A quarter disc, on a coloured tile or on the ground."""
    if (tile.tone + variant) % 3 == 0:
        yield tile.colour(1), _rectangle(tile.x, tile.y, tile.side, tile.side) + _quarter(tile, tile.side)
    yield tile.colour(), _quarter(tile, tile.side)


def leaves(tile: Tile, variant: int) -> Iterator[Piece]:
    """A leaf from corner to corner, two arcs of a full tile."""
    x, y, s = tile.x, tile.y, tile.side
    if tile.turn in {0, 3}:
        yield tile.colour(), f"M{x} {y}a{s} {s} 0 0 1 {s} {s}a{s} {s} 0 0 1-{s}-{s}z"
    else:
        yield tile.colour(), f"M{x + s} {y}a{s} {s} 0 0 1-{s} {s}a{s} {s} 0 0 1 {s}-{s}z"
    if variant % 2:
        yield tile.colour(1), _disc(x + s / 2, y + s / 2, s / 8)


def triangles(tile: Tile, variant: int) -> Iterator[Piece]:
    """Half a tile; on some the other half in another tone."""
    x, y, s = tile.x, tile.y, tile.side
    halves = (
        f"M{x} {y}h{s}l-{s} {s}z",
        f"M{x} {y}h{s}v{s}z",
        f"M{x} {y}v{s}h{s}z",
        f"M{x + s} {y}v{s}h-{s}z",
    )
    yield tile.colour(), halves[tile.turn]
    if (tile.tone + variant) % 3 == 1:
        yield tile.colour(1), halves[3 - tile.turn]


def rings(tile: Tile, variant: int) -> Iterator[Piece]:
    """Quarter rings around a corner, like a groove or a rainbow."""
    s, right, below = tile.side, tile.turn & 1, tile.turn >> 1
    cx, cy = tile.x + right * s, tile.y + below * s
    h, v = (-1 if right else 1), (-1 if below else 1)
    sweep = 1 if right == below else 0
    for step, (outer, inner) in enumerate(((s, s * 0.78), (s * 0.62, s * 0.44), (s * 0.3, 0))):
        ro, ri = _n(outer), _n(inner)
        path = f"M{_n(cx + h * outer)} {cy}A{ro} {ro} 0 0 {sweep} {cx} {_n(cy + v * outer)}L{cx} "
        if inner:
            path += f"{_n(cy + v * inner)}A{ri} {ri} 0 0 {1 - sweep} {_n(cx + h * inner)} "
        yield tile.colour(step if variant % 2 else 0), f"{path}{cy}z"


def delft(tile: Tile, variant: int) -> Iterator[Piece]:
    """Corners that close into rosettes where four tiles meet, and a figure in the middle."""
    x, y, s = tile.x, tile.y, tile.side
    radius = s * (0.34 if variant % 2 else 0.28)
    yield tile.colour(), "".join(_quarter(tile, radius, corner) for corner in range(4))
    middle, reach = s / 2, s * 0.3
    if variant < 2:
        points = f"M{_n(x + middle)} {_n(y + middle - reach)}l{_n(reach)} {_n(reach)}l{_n(-reach)} {_n(reach)}l"
        yield tile.colour(1), f"{points}{_n(-reach)} {_n(-reach)}z"
    else:
        yield tile.colour(1), _disc(x + middle, y + middle, s * 0.24)
        yield tile.colour(2), _disc(x + middle, y + middle, s * 0.1)


def half_discs(tile: Tile, variant: int) -> Iterator[Piece]:
    """Half discs that lie, stand, or lean on each other."""
    x, y, s = tile.x, tile.y, tile.side
    r = s / 2
    if tile.turn in {0, 3}:
        for step in range(2):
            sweep_up = (variant + tile.turn + step) % 2 == 0
            base = y + r * (step + 1) if sweep_up else y + r * step
            yield tile.colour(step), f"M{x} {_n(base)}a{_n(r)} {_n(r)} 0 0 {int(sweep_up)} {s} 0z"
    else:
        for step in range(2):
            leftward = (variant + tile.turn + step) % 2 == 0
            base = x + r * (step + 1) if leftward else x + r * step
            yield tile.colour(step), f"M{_n(base)} {y}a{_n(r)} {_n(r)} 0 0 {int(not leftward)} 0 {s}z"


def woven(tile: Tile, variant: int) -> Iterator[Piece]:
    """Bars that go over and under, two to four a tile."""
    count = (2, 3, 4, 3)[variant]
    step = tile.side / count
    lying = (tile.x // tile.side + tile.y // tile.side) % 2 == 0
    for bar in range(count):
        offset = bar * step + step * 0.14
        width = step * 0.72
        tone = tile.colour(bar if variant == 3 else 0)
        if lying:
            yield tone, _rectangle(tile.x, tile.y + offset, tile.side, width)
        else:
            yield tone, _rectangle(tile.x + offset, tile.y, width, tile.side)


def envelopes(tile: Tile, variant: int) -> Iterator[Piece]:
    """Four triangles to the middle, two of them drawn: pinwheels, hourglasses, stars."""
    x, y, s = tile.x, tile.y, tile.side
    h = _n(s / 2)
    sides = (
        f"M{x} {y}h{s}l-{h} {h}z",
        f"M{x + s} {y}v{s}l-{h}-{h}z",
        f"M{x} {y + s}h{s}l-{h}-{h}z",
        f"M{x} {y}v{s}l{h}-{h}z",
    )
    yield tile.colour(), sides[tile.turn]
    yield tile.colour(1), sides[(tile.turn + (2 if variant % 2 else 1)) % 4]


MOTIFS = (quarters, leaves, triangles, rings, delft, half_discs, woven, envelopes)


class Stack(NamedTuple):
    """How cubes are stacked: their width, their three tones, from which side light falls, whether rows differ."""

    width: float
    tones: str
    lit_from_left: bool
    rows_differ: bool


def cubes(width: int, height: int, stack: Stack) -> Iterator[Piece]:
    """A stack of cubes without end; two lozenges of each are drawn, the third is the ground."""
    half, edge = stack.width / 2, stack.width / 3**0.5
    away = "" if stack.lit_from_left else "-"
    for row in range(-1, int(height / (1.5 * edge)) + 2):
        lid = stack.tones[2 if stack.rows_differ and row % 2 else 0]
        for column in range(-1, int(width / stack.width) + 2):
            x = column * stack.width + (half if row % 2 else 0)
            y = row * 1.5 * edge + edge
            up = f"l{_n(half)}-{_n(edge / 2)}l-{_n(half)}-{_n(edge / 2)}l-{_n(half)} {_n(edge / 2)}z"
            yield lid, f"M{_n(x)} {_n(y)}{up}"
            down = f"v{_n(edge)}l{away}{_n(half)}-{_n(edge / 2)}v-{_n(edge)}z"
            yield stack.tones[1], f"M{_n(x)} {_n(y)}{down}"
