"""The drawn instruments say what the numbers say, and never make something of what is not known."""

from xml.etree import ElementTree

import pytest
from django.utils import translation

from design import instruments


def classes(svg):
    return [part.get("class") for part in ElementTree.fromstring(svg)]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_dial_fills_as_many_quarters_as_the_level(level):
    assert classes(instruments.certainty_dial(level)) == ["on"] * level + ["off"] * (4 - level)


@pytest.mark.parametrize(("evidence", "filled"), [("ervaring", 1), ("zelf_gemeten", 2), ("onderzocht", 3), ("?", 0)])
def test_practices_are_drawn_in_blocks_on_a_scale_of_their_own(evidence, filled):
    assert classes(instruments.practice_blocks(evidence)) == ["on"] * filled + ["off"] * (3 - filled)


@pytest.mark.parametrize("draw", [instruments.strength_bars, instruments.cost_coins])
def test_what_is_not_known_is_drawn_unlike_the_lowest_value(draw):
    assert classes(draw(None)) == ["unknown"] * 5
    assert classes(draw(1)) == ["on"] + ["off"] * 4


def test_insufficient_evidence_is_no_bar_at_all_but_is_known():
    assert classes(instruments.strength_bars(0)) == ["off"] * 5


def ruler(months):
    parts = {part.get("class"): part for part in ElementTree.fromstring(instruments.months_ruler(months))}
    zero = 5 - instruments.MONTHS_FROM * 10
    end = next((part for name, part in parts.items() if name.startswith("end")), None)
    return parts, (None if end is None else (float(end.get("cx")) - zero) / 10)


@pytest.mark.parametrize("months", [-3, 0, 5, 8])
def test_the_ruler_ends_at_the_number_of_months(months):
    assert ruler(months)[1] == months


def test_less_than_zero_is_drawn_as_loss():
    assert "bar less" in ruler(-2)[0]
    assert "bar more" in ruler(2)[0]


def test_zero_months_has_no_bar():
    assert not [name for name in ruler(0)[0] if name.startswith("bar")]


@pytest.mark.parametrize(("months", "shown"), [(12, instruments.MONTHS_TO), (-12, instruments.MONTHS_FROM)])
def test_a_value_past_the_ruler_stands_at_its_end(months, shown):
    assert ruler(months)[1] == shown


def test_months_that_are_not_known_have_a_broken_line_and_no_end():
    parts, end = ruler(None)

    assert "scale unknown" in parts
    assert end is None


@pytest.mark.parametrize(
    ("months", "text"),
    [(6, "+6 maanden"), (1, "+1 maand"), (0, "0 maanden"), (-2, "−2 maanden"), (None, "geen getal")],
)
def test_months_in_words(months, text):
    with translation.override("nl"):
        assert instruments.months_text(months) == text
