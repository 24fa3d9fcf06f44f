"""What the editions said of the learning gain, one after the other: the geometry of a small chart.

Sources are never joined: a line runs through editions of one source only, and it breaks where an edition gives
nothing. One number makes no course, so then there is a sentence instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from design.instruments import months_text
from practices.models import InterventionFigure

#: The drawing in its own units, about a pixel each on a small phone; it grows with what it stands in.
_LEAST_WIDTH, HEIGHT = 320, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 22, 26, 42
_LEAST_STEP = 52
#: The scale always shows this much, so that small differences look small on every page.
_SCALE_FROM, _SCALE_TO = 0, 8
_MARKS = ("circle", "square", "diamond")
_MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Point:
    """One edition's number of months; ``sign`` is how it is written beside the mark."""

    x: int
    y: int
    sign: str

    @property
    def label_y(self) -> int:
        """Where its number stands: above the mark."""
        return self.y - 11


@dataclass(frozen=True, slots=True)
class Series:
    """The editions of one source. ``mark`` is the form of its points, ``lines`` what joins neighbours."""

    source: str
    mark: str
    points: tuple[Point, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale, or an edition below it; ``is_gap``: it gives no number."""

    at: int
    text: str
    is_zero: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A chart when some source gave a number more than once; in any case the same in words."""

    has_chart: bool
    sentence: str
    width: int = 0
    series: tuple[Series, ...] = ()
    months: tuple[Tick, ...] = ()
    editions: tuple[Tick, ...] = ()

    @property
    def view_box(self) -> str:
        """The size of the drawing."""
        return f"0 0 {self.width} {HEIGHT}"

    @property
    def right(self) -> int:
        """Where the lines of the scale end."""
        return self.width - _RIGHT // 2

    @property
    def left(self) -> int:
        """Where the lines of the scale begin."""
        return _LEFT

    @property
    def bottom(self) -> int:
        """Where the scale ends and the editions are named below it."""
        return HEIGHT - _BOTTOM

    @property
    def top(self) -> int:
        """Where the scale begins."""
        return _TOP


def history_of(figures: Sequence[InterventionFigure]) -> History | None:
    """The history of these figures (with their editions) in order of time; None when no source gives any months."""
    ordered = sorted(figures, key=lambda figure: (figure.edition.as_of, figure.edition.source, figure.edition.name))
    by_source: dict[str, list[InterventionFigure]] = {}
    for figure in ordered:
        by_source.setdefault(figure.edition.source, []).append(figure)
    given = {source: [one for one in of if one.months is not None] for source, of in by_source.items()}
    if not any(given.values()):
        return None
    sentence = " ".join(_in_words(source, of) for source, of in by_source.items() if given[source])
    if all(len(of) < 2 for of in given.values()):
        return History(has_chart=False, sentence=sentence)
    return _chart(ordered, by_source, sentence)


def _chart(
    ordered: Sequence[InterventionFigure], by_source: dict[str, list[InterventionFigure]], sentence: str
) -> History:
    step = max(_LEAST_STEP, (_LEAST_WIDTH - _LEFT - _RIGHT) // len(ordered))
    width = max(_LEAST_WIDTH, _LEFT + _RIGHT + step * len(ordered))
    places = {id(figure): _LEFT + step // 2 + number * step for number, figure in enumerate(ordered)}
    scale = _Scale([figure.months for figure in ordered if figure.months is not None])
    series = tuple(
        _series(source, _MARKS[number % len(_MARKS)], of, places, scale)
        for number, (source, of) in enumerate(by_source.items())
        if any(figure.months is not None for figure in of)
    )
    editions = tuple(
        Tick(places[id(figure)], str(figure.edition.as_of.year), is_gap=figure.months is None) for figure in ordered
    )
    return History(True, sentence, width, series, scale.ticks(), editions)


class _Scale:
    """From months to a height in the drawing."""

    def __init__(self, months: Sequence[int]) -> None:
        self._low = min(_SCALE_FROM, *months)
        self._high = max(_SCALE_TO, *months)

    def y(self, months: int) -> int:
        share = (months - self._low) / (self._high - self._low)
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _BOTTOM - _TOP))

    def ticks(self) -> tuple[Tick, ...]:
        step = 2 if self._high - self._low <= 2 * _MOST_TICKS else 4
        first = -(-self._low // step) * step
        return tuple(
            Tick(self.y(months), _signed(months), is_zero=months == 0) for months in range(first, self._high + 1, step)
        )


def _series(
    source: str, mark: str, figures: Sequence[InterventionFigure], places: dict[int, int], scale: _Scale
) -> Series:
    points: list[Point] = []
    runs: list[list[Point]] = [[]]
    for figure in figures:
        if figure.months is None:
            runs.append([])
            continue
        point = Point(places[id(figure)], scale.y(figure.months), _signed(figure.months))
        points.append(point)
        runs[-1].append(point)
    lines = tuple(" ".join(f"{point.x},{point.y}" for point in run) for run in runs if len(run) > 1)
    return Series(source, mark, tuple(points), lines)


def _in_words(source: str, figures: Sequence[InterventionFigure]) -> str:
    said = [
        _("%(months)s in editie %(edition)s") % {"months": months_text(figure.months), "edition": figure.edition.name}
        for figure in figures
    ]
    if len(said) == 1:
        return _("%(source)s geeft één getal: %(said)s.") % {"source": source, "said": said[0]}
    return _("%(source)s: %(said)s.") % {"source": source, "said": ", ".join(said)}


def _signed(months: int) -> str:
    return f"+{months}" if months > 0 else f"−{-months}" if months < 0 else "0"
