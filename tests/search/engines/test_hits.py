"""What a hit carries: everything a result card shows, safe to put on a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import SearchEngine
from tests.search import corpus
from tests.search.factories import document, fill, plan, search

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</mark><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "<mark>lezen</mark>",
    "javascript:alert('lezen')",
    "<a href='javascript:alert(1)'>lezen</a>",
    "<!-- lezen --><style>*{display:none}</style>",
    "lezen\u2028<b>\u202elezen",
    "{{ lezen }}{% load x %}",
]
#: Words and signs that mean something to some search.
SIGNS = [
    *("lezen", "groep", "5", "leesonderwijs", "npo", "een-op-een", "klas", "verkleining", "de", "ib'er"),
    *('"', "-", "(", ")", "*", "~", "^2", ":", "/", "\\", "AND", "OR", "NOT", "[a TO b]", "begelijding"),
]
#: What may be left of markup: marks of ours and references for escaped characters.
SAFE = re.compile(r"(?:<mark>|</mark>|&(?:lt|gt|amp|quot|#x27);|[^<>&\"'])*")


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_a_page_is_shown_and_never_run(engine: SearchEngine, attack: str) -> None:
    body = f"Eerst {attack} dan lezen en {attack} tot slot. " * 20
    fill(engine, [document(f"Over lezen {attack}", body, summary=f"Kort {attack}")])

    (hit,) = search(engine, "lezen").hits

    assert SAFE.fullmatch(hit.title_html)
    assert SAFE.fullmatch(hit.snippet_html)
    assert hit.title == f"Over lezen {attack}"
    assert "<mark>lezen</mark>" in hit.title_html


def test_what_was_found_is_marked_in_title_and_snippet(library: SearchEngine) -> None:
    hit = search(library, "lezen", type="interventie").hits[0]

    assert hit.title_html == "Technieken voor begrijpend <mark>lezen</mark>"
    assert "<mark>lezen</mark>" in hit.snippet_html
    assert "mark" not in hit.snippet


def test_a_corrected_word_is_marked_too(library: SearchEngine) -> None:
    hit = search(library, "klassenverkleinig").hits[0]

    assert hit.title_html == "<mark>Klassenverkleining</mark>"


def test_a_hit_carries_what_its_card_shows(engine: SearchEngine) -> None:
    card = {"summary": "Kort", "themes": [{"code": "taal", "label": "Taal"}], "months": None, "levels": []}
    page = document("Titel", "Tekst", thema=("taal", "lezen"), card=card, path="/praktijk/titel/")
    fill(engine, [page])

    (hit,) = search(engine, "titel").hits

    assert (hit.page_id, hit.type, hit.title, hit.path) == (
        page.page_id,
        "praktijk",
        "Titel",
        "/praktijk/titel/",
    )
    assert hit.card == card
    assert set(hit.themes) == {"taal", "lezen"}
    assert hit.score > 0
    assert not hit.pinned


def test_a_page_without_any_text_is_a_hit_without_snippet(engine: SearchEngine) -> None:
    fill(engine, [document("Alleen een titel")])

    assert search(engine, "titel").hits[0].snippet == ""


def test_the_engine_says_which_one_it_is(library: SearchEngine) -> None:
    assert search(library).engine == library.name


@settings(max_examples=80, deadline=None)
@given(query=st.text(max_size=60).filter(lambda text: "\0" not in text))
def test_any_query_is_answered_with_safe_html(library: SearchEngine, query: str) -> None:
    results = library.search(plan(query.encode("utf-8", "replace").decode()))

    assert results.total <= len(corpus.LIBRARY)
    for hit in results.hits:
        assert SAFE.fullmatch(hit.title_html)
        assert SAFE.fullmatch(hit.snippet_html)


@settings(max_examples=60, deadline=None)
@given(
    query=st.lists(
        st.sampled_from(SIGNS),
        max_size=30,
    )
)
def test_signs_that_other_searches_know_mean_nothing_here(library: SearchEngine, query: list[str]) -> None:
    text = " ".join(query)[:300]

    assert library.search(plan(text)).total >= 0


def test_chosen_pages_come_in_the_order_of_the_choice(engine: SearchEngine) -> None:
    first, second, third = (document(title) for title in ("Een", "Twee", "Drie"))
    fill(engine, [first, second, third])

    chosen = engine.pages([third.page_id, first.page_id])

    assert [hit.title for hit in chosen] == ["Drie", "Een"]


def test_a_chosen_page_that_is_not_in_the_index_is_left_out(engine: SearchEngine) -> None:
    known = document("Een")
    fill(engine, [known])

    assert [hit.title for hit in engine.pages([known.page_id, known.page_id + 1])] == ["Een"]
    assert engine.pages([]) == ()
