from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.snippets import LENGTH, highlight, snippet

LEES = frozenset({"lees", "onderwijs", "lees_onderwijs"})
FILLER = "Op deze school is veel veranderd en dat ging niet vanzelf. " * 30
TEXTS = st.lists(
    st.sampled_from(
        [
            *("lezen", "onderwijs", "leesonderwijs", "e-learning", "<b>", "&amp;", "&", '"', "'", "…", "woord"),
            *("\n", "  ", ". ", "😀", "coo\u0308rdinatie", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "lezen."),
        ]
    ),
    max_size=120,
).map(" ".join)


def unmarked(markup: str) -> str:
    return html.unescape(markup.replace("<mark>", "").replace("</mark>", ""))


def test_other_forms_and_compounds_are_marked() -> None:
    assert highlight("Lezen, gelezen & leesonderwijs", LEES) == (
        "<mark>Lezen</mark>, <mark>gelezen</mark> &amp; <mark>leesonderwijs</mark>"
    )


def test_a_compound_is_marked_by_its_part() -> None:
    assert highlight("Klassenverkleining", frozenset({"klas"})) == "<mark>Klassenverkleining</mark>"


def test_a_phrase_is_marked_as_a_whole_and_its_words_alone_are_not() -> None:
    marked = highlight("Nationaal Programma Onderwijs, ander onderwijs", frozenset({"national programma onderwijs"}))

    assert marked == "<mark>Nationaal Programma Onderwijs</mark>, ander onderwijs"


def test_a_hyphenated_word_is_marked_as_a_whole() -> None:
    assert highlight("Een e-learning", frozenset({"elearn"})) == "Een <mark>e-learning</mark>"


def test_stop_words_are_not_marked() -> None:
    assert highlight("de het een", frozenset({"de"})) == "de het een"


def test_the_snippet_is_where_most_words_stand_together() -> None:
    body = FILLER + "Daar is lezen. " + FILLER + "Zij zagen lezen in het onderwijs groeien. " + FILLER

    found = snippet("", body, LEES)

    assert "Zij zagen lezen in het onderwijs groeien." in found.text
    assert found.text.startswith("…")
    assert found.text.endswith("…")


def test_the_summary_is_shown_when_the_text_says_no_more() -> None:
    assert (
        snippet("Over lezen en onderwijs.", FILLER + "lezen in het onderwijs", LEES).text == "Over lezen en onderwijs."
    )


def test_the_text_is_shown_when_it_says_more_than_the_summary() -> None:
    assert "lezen in het onderwijs" in snippet("Over lezen.", FILLER + "lezen in het onderwijs", LEES).text


def test_without_a_match_the_summary_is_shown() -> None:
    assert snippet("Kort en goed.", FILLER, LEES) == ("Kort en goed.", "Kort en goed.")
    assert snippet("", "Begin van de tekst. " + FILLER, frozenset()).text.startswith("Begin van de tekst.")


@pytest.mark.parametrize("summary, body", [("", ""), ("  ", "\n")])
def test_nothing_gives_nothing(summary: str, body: str) -> None:
    assert snippet(summary, body, LEES).text == ""


@given(TEXTS)
def test_highlighting_only_adds_marks(text: str) -> None:
    assert unmarked(highlight(text, LEES)) == text


@given(summary=TEXTS, body=TEXTS, marked=st.sampled_from([LEES, frozenset(), frozenset({"elearn", "lees onderwijs"})]))
def test_a_snippet_is_safe_short_and_cut_at_words(summary: str, body: str, marked: frozenset[str]) -> None:
    found = snippet(summary, body, marked)

    assert unmarked(found.html) == found.text
    assert re.fullmatch(r"(?:<mark>|</mark>|&(?:lt|gt|amp|quot|#x27);|[^<>&\"'])*", found.html)
    assert len(found.text) <= LENGTH + 2
    words = found.text.strip("…").split()
    source = f"{summary} {body}".split()
    assert all(any(word in whole for whole in source) for word in words)
    assert words[1:-1] == [word for word in words[1:-1] if word in source]


@given(st.text(max_size=300), st.text(max_size=600))
def test_any_text_gives_a_snippet(summary: str, body: str) -> None:
    assert unmarked(snippet(summary, body, LEES).html) == snippet(summary, body, LEES).text
