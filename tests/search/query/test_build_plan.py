from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.word_lists import stop_words
from search.query.build_plan import build_plan
from search.query.plan import Alternative, Clause, allowed_edits
from search.request import MAX_WORDS, SearchRequest
from tests.search.factories import plan


def ways(clause: Clause) -> set[tuple[str, tuple[str, ...]]]:
    return {(alternative.kind, alternative.tokens) for alternative in clause.alternatives}


def boost(clause: Clause, kind: str, *tokens: str) -> float:
    return next(one.boost for one in clause.alternatives if (one.kind, one.tokens) == (kind, tokens))


def test_a_word_is_looked_for_by_stem_within_compounds_and_by_its_letters() -> None:
    (clause,) = plan("Leraren").clauses

    assert clause.source == "Leraren"
    assert ways(clause) == {("stem", ("leraar",)), ("parts", ("leraar",)), ("typo", ("leraren",))}


def test_a_compound_is_looked_for_by_its_parts_together_and_apart() -> None:
    first, second = plan("rekenachterstand").clauses

    assert {("stem", ("reken_achterstand",)), ("phrase", ("reken", "achterstand"))} <= ways(first) & ways(second)
    assert ("parts", ("reken",)) in ways(first)
    assert ("parts", ("achterstand",)) in ways(second)


def test_a_last_part_that_adds_little_need_not_be_there() -> None:
    (clause,) = plan("leesonderwijs").clauses

    assert {("stem", ("lees_onderwijs",)), ("parts", ("lees",))} <= ways(clause)


def test_words_that_only_ask_lift_and_are_not_required() -> None:
    asked = plan("wat helpt leerlingen bij begrijpen")

    assert [clause.source for clause in asked.clauses] == ["begrijpen"]
    assert [clause.source for clause in asked.preferred] == ["helpt", "leerlingen"]
    assert [clause.source for clause in plan('"leerlingen" helpen').clauses] == ["leerlingen"]
    assert [clause.source for clause in plan("helpt leerlingen").clauses] == ["helpt", "leerlingen"]


def test_a_synonym_with_hyphens_between_stop_words_is_found_without_them() -> None:
    groups = (("een-op-een-begeleiding", "bijles"),)

    (clause,) = plan("een op een begeleiding", synonyms=groups).clauses

    assert {("phrase", ("een", "op", "een", "begeleid")), ("stem", ("bijles",))} <= ways(clause)
    assert ("stem", ("bijles",)) not in ways(plan("begeleiding", synonyms=groups).clauses[0])


def test_one_part_of_a_compound_will_do_when_no_page_has_them_all() -> None:
    assert plan("rekenachterstand").minimum_clauses == 1


def test_neighbours_are_looked_for_as_one_word_and_side_by_side() -> None:
    first, second = plan("klasse verkleining").clauses

    assert ("stem", ("klas_verklein",)) in ways(first) & ways(second)
    assert ("phrase", ("klas", "verklein")) in ways(first)


def test_words_with_a_stop_word_between_are_no_neighbours() -> None:
    first, second = plan("lezen in klassen").clauses

    assert not any(kind == "phrase" for kind, _ in ways(first) | ways(second))


def test_a_quoted_phrase_is_looked_for_as_it_is_with_its_stop_words() -> None:
    (clause,) = plan('"lezen in het onderwijs"').clauses

    assert clause.alternatives == (Alternative("phrase", ("lees", "in", "het", "onderwijs")),)


def test_a_quoted_word_is_looked_for_by_stem_only() -> None:
    (clause,) = plan('"leraren"').clauses

    assert clause.alternatives == (Alternative("stem", ("leraar",)),)


def test_a_hyphenated_word_is_one_clause() -> None:
    (clause,) = plan("e-learning").clauses

    assert {("phrase", ("e", "learning")), ("stem", ("elearn",))} <= ways(clause)


def test_stop_words_that_form_a_word_together_are_searched_for() -> None:
    (clause,) = plan("een-op-een").clauses

    assert ("phrase", ("een", "op", "een")) in ways(clause)


def test_stop_words_alone_are_no_clauses() -> None:
    assert plan("de het van een").clauses == ()
    assert plan('"de"').clauses == ()


def test_synonyms_count_a_little_less_than_the_word() -> None:
    (clause,) = plan("bijles", synonyms=(("huiswerkhulp", "bijles", "extra les"),)).clauses

    assert boost(clause, "stem", "huiswerk_hulp") < boost(clause, "stem", "bijles")
    assert boost(clause, "phrase", "extra", "les") < boost(clause, "stem", "bijles")


def test_a_synonym_of_several_words_is_found_in_any_form() -> None:
    (clause,) = plan("kleinere klassen", synonyms=(("kleine klas", "klassenverkleining"),)).clauses

    assert ("stem", ("klas_verklein",)) in ways(clause)
    assert ("parts", ("klein", "klas")) in ways(clause)


def test_the_longest_group_of_words_is_taken() -> None:
    groups = (("passend onderwijs", "inclusie"), ("onderwijs", "school"))

    (clause,) = plan("passend onderwijs", synonyms=groups).clauses

    assert ("stem", ("inclusie",)) in ways(clause)
    assert ("stem", ("school",)) not in ways(clause)


def test_abbreviations_of_the_field_are_known_in_both_directions() -> None:
    (short,) = plan("npo").clauses
    (long,) = plan("Nationaal Programma Onderwijs").clauses

    assert ("phrase", ("national", "programma", "onderwijs")) in ways(short)
    assert ("stem", ("npo",)) in ways(long)


def test_words_that_became_a_filter_lift_pages_that_have_them() -> None:
    (word,) = plan("lezen voor kleuters").preferred
    (group,) = plan("lezen groep 5").preferred

    assert ("stem", ("kleuter",)) in ways(word)
    assert group.alternatives == (Alternative("phrase", ("groep", "5")),)


def test_nothing_is_lifted_without_such_a_filter() -> None:
    assert plan("lezen").preferred == ()
    assert plan('"groep 5"').preferred == ()
    assert plan("kleuters", letterlijk="1").preferred == ()


def test_corrections_are_for_longer_words_and_count_least() -> None:
    (clause,) = plan("begelijding").clauses

    assert boost(clause, "typo", "begelijding") == min(one.boost for one in clause.alternatives)
    assert not any(kind == "typo" for kind, _ in ways(plan("lat").clauses[0]))
    assert [allowed_edits(word) for word in ("lat", "lees", "lezen", "leraar")] == [0, 1, 1, 2]


def test_most_of_the_words_are_enough_when_not_all_can_be_found() -> None:
    counts = [plan(" ".join(["lezen", "rekenen", "sport", "muziek", "dans"][:n])).minimum_clauses for n in range(6)]

    assert counts == [0, 1, 1, 2, 3, 3]


def test_words_of_the_query_are_kept_for_another_spelling() -> None:
    assert plan('De "Lezen" van É\u0301én leraar').words == ("lezen", "leraar")


def test_stems_and_phrases_are_marked_but_not_corrections() -> None:
    assert plan("begelijding").marked == {"begelijd"}
    assert plan('"lezen in groepen"').marked == {"lees in groep"}


def test_no_more_words_are_searched_for_than_allowed() -> None:
    asked = plan(" ".join(f"w{number}" for number in range(60)))

    assert len(asked.clauses) == MAX_WORDS
    assert len(asked.words) == MAX_WORDS


@given(st.text(max_size=300))
def test_any_text_gives_a_plan(text: str) -> None:
    made = build_plan(SearchRequest(query=text, typed=text))

    assert len(made.clauses) <= MAX_WORDS
    assert made.minimum_clauses <= len(made.clauses)
    for clause in made.clauses:
        assert clause.alternatives
        for alternative in clause.alternatives:
            assert alternative.tokens
            assert all(token and " " not in token for token in alternative.tokens)
    assert not made.marked & stop_words()
