"""Text can be read on every ground it stands on, in light and in dark."""

import pytest

from design.kinds import KINDS
from tests.design.colours import contrast, kind_tokens, tokens

TEXT = 4.5
SHAPE = 3.0
GROUNDS = ("paper", "surface", "sunken")
KIND_CODES = sorted(KINDS)


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink-soft", "link"])
def test_text_on_plain_grounds(scheme, ink, ground):
    colours = tokens(scheme)

    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize(
    ("ink", "ground"), [("on-accent", "accent"), ("ink", "notice"), ("ink", "mark"), ("paper", "ink")]
)
def test_text_on_coloured_grounds(scheme, ink, ground):
    colours = tokens(scheme)

    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["line-strong", "signal", "focus"])
def test_borders_of_controls_and_the_focus_ring_can_be_seen(scheme, line, ground):
    colours = tokens(scheme)

    assert contrast(colours[line], colours[ground]) >= SHAPE


@pytest.mark.parametrize("kind", KIND_CODES)
def test_the_colour_of_a_kind_is_text_on_plain_grounds_and_on_its_own_tint(scheme, kind):
    own, plain = kind_tokens(kind, scheme), tokens(scheme)
    grounds = [plain[ground] for ground in GROUNDS] + [own["kind-tint"]]

    assert min(contrast(own["kind"], ground) for ground in grounds) >= TEXT


@pytest.mark.parametrize("kind", KIND_CODES)
def test_plain_text_can_be_read_on_the_tint_of_a_kind(scheme, kind):
    own, plain = kind_tokens(kind, scheme), tokens(scheme)

    assert min(contrast(plain[ink], own["kind-tint"]) for ink in ("ink", "ink-soft", "link")) >= TEXT


def test_no_two_kinds_share_a_colour(scheme):
    assert len({kind_tokens(kind, scheme)["kind"] for kind in KIND_CODES}) == len(KIND_CODES)


def test_no_two_kinds_share_a_shape():
    assert len({kind.shape for kind in KINDS.values()}) == len(KINDS)
