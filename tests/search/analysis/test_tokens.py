from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import analyse, fold, streams
from search.analysis.tokens import MAX_WORD_LENGTH

DUTCH = st.lists(
    st.sampled_from(
        [
            *("De", "ib'er", "foto’s", "leesonderwijs", "een-op-een", "coördinatie", "coo\u0308rdinatie"),
            *("o.a.", "N.P.O.", "8,5", "10.000", "'s", "ĳsland", "t/m", "e-learning", "…", "\n", "(", ")"),
            *("😀", "voor-", "-", "'", "\u00ad", "_", "groep", "5", "\u200b"),
        ]
    ),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De leraar, de ib'er.", ["de", "leraar", "de", "iber"]),
        ("sociaal-emotioneel", ["sociaal", "emotioneel"]),
        ("o.a. N.P.O. t.b.v. PO", ["oa", "npo", "tbv", "po"]),
        ("8,5 en 10.000 in 2021-2022", ["8.5", "en", "10000", "in", "2021", "2022"]),
        ("groep 5a (t/m 8)", ["groep", "5a", "t", "m", "8"]),
        ("‘s ochtends foto's", ["s", "ochtends", "fotos"]),
        ("Jansen.De volgende", ["jansen", "de", "volgende"]),
        ("", []),
        (" \n\t…!? ", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [token.word for token in analyse(text)] == words


def test_stop_words_keep_their_place() -> None:
    assert streams("Lezen in het onderwijs").stems == "lees in het onderwijs"
    assert streams("Lezen in het onderwijs").parts == "lees onderwijs"


def test_hyphenated_words_are_known_as_one_too() -> None:
    assert "elearn" in streams("Een e-learning").parts.split()
    assert analyse("e-learning")[1].joined == "elearn"
    assert analyse("e learning")[1].joined == ""


@given(st.one_of(st.text(), DUTCH))
def test_offsets_slice_the_words_out_of_the_text(text: str) -> None:
    end_before = 0
    for token in analyse(text):
        assert end_before <= token.start < token.end <= len(text)
        written = text[token.start : token.end]
        assert token.word == fold(written)[:MAX_WORD_LENGTH] or any(c.isdigit() for c in written)
        end_before = token.end


@given(st.one_of(st.text(), DUTCH))
def test_streams_are_terms_between_single_spaces_with_positions_that_agree(text: str) -> None:
    made = streams(text)
    count = len(analyse(text))

    assert len(made.stems.split(" ")) == len(made.words.split(" ")) == (count or 1)
    for stream in made:
        assert stream == " ".join(stream.split())
        assert all(len(term) <= 2 * MAX_WORD_LENGTH for term in stream.split())


@given(st.text(alphabet=st.characters(categories=["L", "N", "M", "Cs", "Co", "Cf"]), max_size=200))
def test_any_letters_are_analysed(text: str) -> None:
    streams(text).words.encode("utf-8")
