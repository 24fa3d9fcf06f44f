from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.facets import FACET_NAMES
from search.query.parse import InvalidSearch, parse
from search.request import MAX_QUERY_LENGTH, MAX_VALUES_PER_FACET, SearchRequest

NAMES = ["q", *FACET_NAMES, "van", "tot", "sorteer", "pagina", "letterlijk", "iets"]
VALUES = st.one_of(
    st.text(max_size=20),
    st.text(alphabet=st.characters(), max_size=400),
    st.sampled_from(["", "1", "0", "-1", "2021", "2020", "99999999", "relevantie", "datum", "groep 5", '"a b'])
    | st.sampled_from(["\0", "\ud800", "٢", "1e3", " 2021 ", "9" * 5000, "lezen groep 5 t/m 8", "VVE"]),
)
PARAMETERS = st.dictionaries(st.sampled_from(NAMES), st.lists(VALUES, max_size=4))


def test_nothing_asked_is_a_search_for_everything() -> None:
    assert parse({}) == SearchRequest()


def test_all_parameters_are_read() -> None:
    request = parse(
        QueryDict("q=lezen&thema=taal&thema=rekenen&type=inzicht&van=2020&tot=2022&sorteer=datum&pagina=3&utm=x")
    )

    assert request == SearchRequest(
        query="lezen",
        typed="lezen",
        filters={"type": ("inzicht",), "thema": ("taal", "rekenen")},
        year_from=2020,
        year_to=2022,
        sort="date",
        page=3,
    )


def test_groep_5_becomes_a_filter_that_says_where_it_came_from() -> None:
    request = parse({"q": ["begrijpendlezen groep 5"], "niveau": ["groep-6"]})

    assert request.query == "begrijpendlezen"
    assert request.typed == "begrijpendlezen groep 5"
    assert request.filters == {"niveau": ("groep-5", "groep-6")}
    assert request.derived == (("niveau", "groep-5"),)


def test_a_level_that_was_chosen_too_belongs_to_the_words() -> None:
    assert parse({"q": ["groep 5"], "niveau": ["groep-5"]}) == parse({"q": ["groep 5"]})


def test_between_quotation_marks_nothing_becomes_a_filter() -> None:
    request = parse({"q": ['"groep 5" kleuters lezen']})

    assert request.query == '"groep 5" lezen'
    assert request.derived == (("niveau", "groep-1"), ("niveau", "groep-2"))


def test_taken_literally_nothing_becomes_a_filter() -> None:
    request = parse({"q": ["lezen groep 5"], "letterlijk": ["1"]})

    assert (request.query, request.filters, request.literal) == ("lezen groep 5", {}, True)


def test_white_space_and_control_signs_are_single_spaces() -> None:
    assert parse({"q": ["  lezen\t\n en \x07 rekenen "]}).query == "lezen en rekenen"


def test_the_last_value_of_a_parameter_counts() -> None:
    assert parse({"q": ["eerst", "laatst"]}).query == "laatst"


def test_values_are_kept_once_and_without_blanks() -> None:
    assert parse({"thema": ["taal", "", " taal ", "rekenen"]}).filters == {"thema": ("taal", "rekenen")}


def test_unknown_values_are_kept() -> None:
    assert parse({"thema": ["bestaat-niet"]}).filters == {"thema": ("bestaat-niet",)}


@pytest.mark.parametrize("number", ["99999999", "999999999"])
def test_a_page_far_away_is_allowed(number: str) -> None:
    assert parse({"pagina": [number]}).beyond_window


@pytest.mark.parametrize(
    ("field", "parameters"),
    [
        ("q", {"q": ["x" * (MAX_QUERY_LENGTH + 1)]}),
        ("q", {"q": ["lezen\0"]}),
        ("q", {"q": ["lezen\ud800"]}),
        ("thema", {"thema": ["a\0"]}),
        ("thema", {"thema": ["x" * 101]}),
        ("thema", {"thema": [str(number) for number in range(MAX_VALUES_PER_FACET + 1)]}),
        ("pagina", {"pagina": ["0"]}),
        ("pagina", {"pagina": ["-1"]}),
        ("pagina", {"pagina": ["twee"]}),
        ("pagina", {"pagina": ["1.5"]}),
        ("pagina", {"pagina": ["٢"]}),
        ("pagina", {"pagina": ["9" * 5000]}),
        ("sorteer", {"sorteer": ["geluk"]}),
        ("van", {"van": ["2022"], "tot": ["2020"]}),
        ("van", {"van": ["vorig jaar"]}),
        ("van", {"van": ["21"]}),
        ("tot", {"tot": ["9999"]}),
        ("tot", {"tot": ["0000"]}),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(field: str, parameters: dict[str, list[str]]) -> None:
    with pytest.raises(InvalidSearch) as refused:
        parse(parameters)

    assert refused.value.field == field
    assert str(refused.value).endswith(".")


@given(PARAMETERS)
def test_any_parameters_give_a_bounded_request_or_a_clear_refusal(parameters: dict[str, list[str]]) -> None:
    try:
        request = parse(parameters)
    except InvalidSearch as refusal:
        assert refusal.field in NAMES
        return
    assert len(request.typed) <= MAX_QUERY_LENGTH
    assert len(request.query) <= MAX_QUERY_LENGTH
    assert request.page >= 1
    assert set(request.filters) <= set(FACET_NAMES)
    for facet, code in request.derived:
        assert code in request.filters[facet]
