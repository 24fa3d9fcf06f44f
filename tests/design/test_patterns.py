"""A theme's pattern follows from its name and from nothing else."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from design.motifs import MOTIFS, Tile
from design.patterns import Dice, pattern

NAMES = ["taal-en-lezen", "rekenen-wiskunde", "jonge-kind", "feedback", "tutoring", "welbevinden", "vve", "bewegen"]


def test_the_same_name_gives_the_same_drawing():
    first = pattern("begrijpend-lezen", 6, 4)
    pattern.cache_clear()

    assert pattern("begrijpend-lezen", 6, 4) == first


def test_a_drawing_does_not_change_between_versions_of_python():
    dice = Dice("begrijpend-lezen")

    assert [dice.pick(10) for _ in range(8)] == [8, 8, 4, 6, 1, 0, 3, 4]


def test_names_have_drawings_of_their_own():
    assert len({pattern(name, 6, 4) for name in NAMES}) == len(NAMES)


@given(st.text(max_size=60), st.integers(1, 12), st.integers(1, 12))
def test_any_name_and_size_gives_a_sound_svg(name, columns, rows):
    svg = ElementTree.fromstring(pattern(name, columns, rows))

    assert svg.get("viewBox") == f"0 0 {columns * 10} {rows * 10}"
    assert svg.get("aria-hidden") == "true"
    assert {path.get("class") for path in svg} <= {"pa", "pb", "pc"}


def test_colours_are_left_to_the_style_sheet():
    drawn = "".join(pattern(name, 6, 4) for name in NAMES)

    assert "style" not in drawn
    assert "fill" not in drawn
    assert "#" not in drawn


def test_every_motif_draws_something_on_every_tile():
    blank = [
        (motif.__name__, turn, tone, variant)
        for motif in MOTIFS
        for turn in range(4)
        for tone in range(3)
        for variant in range(4)
        if not list(motif(Tile(0, 0, 10, turn, tone), variant))
    ]

    assert blank == []


def test_the_pattern_of_a_card_stays_small():
    assert max(len(pattern(name, 3, 3)) for name in NAMES) < 3000
