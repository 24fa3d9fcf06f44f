"""Which pages a word finds: Dutch stems, accents, compounds, synonyms, typing errors, phrases."""

from __future__ import annotations

import pytest

from search.engines.base import SearchEngine
from tests.search import corpus
from tests.search.factories import document, fill, search, titles


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("leraar", corpus.LEESONDERWIJS),
        ("boek", corpus.LEESONDERWIJS),
        ("toetsen", corpus.TOETSEN),
        ("toets", corpus.TOETSEN),
        ("getoetst", corpus.TOETSEN),
        ("leest", corpus.BEGRIJPEND_LEZEN),
        ("gelezen", corpus.BEGRIJPEND_LEZEN),
        ("wist", corpus.TOETSEN),
        ("oefening", corpus.ZOMERSCHOOL),
        ("begeleid", corpus.BEGELEIDING),
        ("groeit", corpus.ZOMERSCHOOL),
    ],
)
def test_a_word_finds_its_other_forms(library: SearchEngine, query: str, found: object) -> None:
    assert found.title in titles(search(library, query))


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("beleid", corpus.BEGELEIDING),
        ("begeleiding", corpus.BELEID),
        ("gezin", corpus.TOETSEN),
        ("zin", corpus.BELEID),
        ("lezen", corpus.LEVEN),
    ],
)
def test_words_that_only_look_alike_are_kept_apart(library: SearchEngine, query: str, other: object) -> None:
    results = search(library, query)

    assert results.total > 0
    assert other.title not in titles(results)


@pytest.mark.parametrize("query", ["coordinatie", "COÖRDINATIE", "coo\u0308rdinatie", "leesstrategieen"])
def test_accents_and_capitals_make_no_difference(library: SearchEngine, query: str) -> None:
    assert search(library, query).total == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("leesonderwijs", corpus.LEZEN_IN_ONDERWIJS),
        ("leesonderwijs", corpus.LEESONDERWIJS),
        ("klasse verkleining", corpus.KLASSENVERKLEINING),
        ("klassen verkleinen", corpus.KLASSENVERKLEINING),
        ("begrijpendlezen", corpus.BEGRIJPEND_LEZEN),
        ("begrijpend-lezen", corpus.BEGRIJPEND_LEZEN),
        ("reken achterstand", corpus.BEGELEIDING),
        ("achterstanden", corpus.BEGELEIDING),
        ("schoolbestuur", corpus.NPO),
        ("zomer school", corpus.ZOMERSCHOOL),
        ("sociaal emotioneel", corpus.SOCIAAL_EMOTIONEEL),
        ("sociaalemotioneel", corpus.SOCIAAL_EMOTIONEEL),
        ("elearning", corpus.SOCIAAL_EMOTIONEEL),
        ("een-op-een", corpus.BEGELEIDING),
    ],
)
def test_compounds_are_found_together_and_apart(library: SearchEngine, query: str, found: object) -> None:
    assert found.title in titles(search(library, query))


def test_the_compound_itself_comes_before_its_parts(library: SearchEngine) -> None:
    found = titles(search(library, "leesonderwijs"))

    assert found.index(corpus.LEESONDERWIJS.title) < found.index(corpus.LEZEN_IN_ONDERWIJS.title)


def test_words_side_by_side_come_before_words_apart(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("Apart", "Lezen is fijn, zeker als je het goed kunt begrijpen, zegt de meester."),
            document("Samen", "De meester zegt dat begrijpend lezen fijn is, zeker op school en thuis."),
        ],
    )

    assert titles(search(engine, "begrijpend lezen")) == ["Samen", "Apart"]


def test_the_title_counts_more_than_the_text(engine: SearchEngine) -> None:
    fill(
        engine,
        [
            document("Nieuws van de maand", "Feedback en nog meer over feedback."),
            document("Feedback geven", "Zo doet u dat in de klas."),
        ],
    )

    assert titles(search(engine, "feedback"))[0] == "Feedback geven"


@pytest.mark.parametrize(
    ("synonyms", "query", "found"),
    [
        ((("kleine klassen", "klassenverkleining"),), "kleine klassen", corpus.KLASSENVERKLEINING),
        ((("vakantieonderwijs", "zomerschool"),), "vakantieonderwijs", corpus.ZOMERSCHOOL),
        ((("vakantieonderwijs", "zomerschool"),), "vakantie onderwijs", corpus.ZOMERSCHOOL),
        ((("kinderen in de vakantie", "zomerscholen"),), "kind in de vakanties", corpus.ZOMERSCHOOL),
        ((), "npo", corpus.NPO),
        ((), "sel", corpus.SOCIAAL_EMOTIONEEL),
        ((), "intern begeleider", corpus.BEGELEIDING),
        ((), "IB", corpus.BEGELEIDING),
    ],
)
def test_synonyms_find_each_other_in_both_directions(
    library: SearchEngine, synonyms: tuple[tuple[str, ...], ...], query: str, found: object
) -> None:
    results = search(library, query, synonyms=synonyms)

    assert found.title in titles(results)
    assert not results.relaxed


def test_without_the_group_a_synonym_finds_nothing(library: SearchEngine) -> None:
    assert search(library, "vacantieklas").total == 0
    assert search(library, "vacantieklas", synonyms=(("vacantieklas", "zomerschool"),)).total > 0


def test_what_was_asked_comes_before_its_synonym(engine: SearchEngine) -> None:
    fill(engine, [document("Bijles geven"), document("Huiswerkhulp geven")])

    found = search(engine, "huiswerkhulp", synonyms=(("bijles", "huiswerkhulp"),))

    assert titles(found) == ["Huiswerkhulp geven", "Bijles geven"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("begelijding", corpus.BEGELEIDING),
        ("begeleidign", corpus.BEGELEIDING),
        ("woordenchat", corpus.ZOMERSCHOOL),
        ("klassenverkleinig", corpus.KLASSENVERKLEINING),
        ("zommerschool", corpus.ZOMERSCHOOL),
        ("begrijpend lezzen", corpus.BEGRIJPEND_LEZEN),
    ],
)
def test_a_typing_error_finds_what_was_meant(library: SearchEngine, query: str, found: object) -> None:
    results = search(library, query)

    assert found.title in titles(results)
    assert not results.relaxed


@pytest.mark.parametrize("query", ["tie", "zix", "xqzvwk"])
def test_short_or_strange_words_are_not_corrected(library: SearchEngine, query: str) -> None:
    assert search(library, query).total == 0


@pytest.mark.parametrize("quotes", ['""', "“”", "„”", "«»"])
def test_a_quoted_phrase_is_found_in_its_order_only(library: SearchEngine, quotes: str) -> None:
    def quoted(words: str) -> str:
        return quotes[0] + words + quotes[1]

    assert titles(search(library, quoted("lezen in het onderwijs"))) == [corpus.LEZEN_IN_ONDERWIJS.title]
    assert search(library, quoted("onderwijs in het lezen")).total == 0
    assert search(library, quoted("lezen onderwijs")).total == 0


def test_a_quoted_word_has_no_synonyms_and_no_corrections(library: SearchEngine) -> None:
    assert search(library, '"npo"').total == 0
    assert search(library, '"begelijding"').total == 0


def test_all_words_have_to_be_there(library: SearchEngine) -> None:
    results = search(library, "spelling woordenschat ouders")

    assert titles(results) == [corpus.ZOMERSCHOOL.title]
    assert not results.relaxed


def test_when_no_page_has_all_words_pages_with_most_of_them_are_shown(library: SearchEngine) -> None:
    results = search(library, "spelling woordenschat muziekinstrument")

    assert results.relaxed
    assert titles(results)[0] == corpus.ZOMERSCHOOL.title


@pytest.mark.parametrize("query", ["", "de het een", "   ", "?!"])
def test_a_query_without_a_word_of_its_own_finds_all_pages(library: SearchEngine, query: str) -> None:
    assert search(library, query).total == len(corpus.LIBRARY)


def test_groep_5_narrows_to_pages_for_that_group(library: SearchEngine) -> None:
    results = search(library, "begrijpendlezen groep 5")

    assert titles(results)[0] == corpus.BEGRIJPEND_LEZEN.title
    assert all("groep-5" in hit_document(hit.page_id).facets["niveau"] for hit in results.hits)


def test_groep_5_alone_finds_all_pages_for_that_group(library: SearchEngine) -> None:
    expected = {page.page_id for page in corpus.LIBRARY if "groep-5" in page.facets.get("niveau", ())}

    assert {hit.page_id for hit in search(library, "groep 5").hits} == expected


def test_groep_5_taken_literally_is_searched_for_as_words(engine: SearchEngine) -> None:
    fill(engine, [document("Over groep 5", "Verder niets."), document("Iets anders", niveau=("groep-5",))])

    assert titles(search(engine, "groep 5", letterlijk="1")) == ["Over groep 5"]


def hit_document(page_id: int) -> corpus.SearchDocument:
    return next(page for page in corpus.LIBRARY if page.page_id == page_id)
