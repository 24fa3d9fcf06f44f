"""Citations as the manuals ask for them."""

import html
import tomllib
from pathlib import Path

import pytest

from citing.styles import STYLES, bibliography
from tests.citing.known_references import REFERENCES

EXPECTED = tomllib.loads((Path(__file__).parent / "reference_citations.toml").read_text())
CASES = [
    pytest.param(style, language, name, text, id=f"{style}-{language}-{name}")
    for style, languages in EXPECTED.items()
    for language, citations in languages.items()
    for name, text in citations.items()
]


@pytest.mark.parametrize(("style", "language", "name", "text"), CASES)
def test_a_publication_is_cited_as_the_manual_asks(style, language, name, text):
    (given,) = bibliography([REFERENCES[name]], style, language)

    assert html.unescape(given) == text


def test_every_style_is_held_to_every_publication():
    assert {style: set(EXPECTED[style]["en"]) for style in STYLES} == {key: set(REFERENCES) for key in STYLES}
