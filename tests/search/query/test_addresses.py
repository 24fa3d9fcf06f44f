from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.facets import FACET_NAMES
from search.query.addresses import to_querystring, toggled, without_derived
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest

WORDS = ["lezen", "groep 5", "groep", "5", "kleuters", '"groep 6"', '"', "&", "é", "basisschool", "t/m 8", "+"]
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "q": st.lists(st.sampled_from(WORDS), max_size=8).map(lambda words: [" ".join(words)]),
        "niveau": st.lists(st.sampled_from(["groep-5", "po", "groep-1"]), max_size=3),
        **{name: st.lists(st.sampled_from(["a", "b&c", "d e"]), max_size=3) for name in ("thema", "type")},
        "van": st.sampled_from([["2010"], ["2020"]]),
        "tot": st.sampled_from([["2020"], ["2021"]]),
        "sorteer": st.sampled_from([["datum"], ["relevantie"]]),
        "pagina": st.sampled_from([["1"], ["7"]]),
        "letterlijk": st.sampled_from([["1"], ["0"]]),
    },
)


def opened(address: str) -> SearchRequest:
    """What a visitor who follows the address asks for."""
    assert address.startswith("?")
    return parse(parse_qs(address[1:], keep_blank_values=True))


def test_nothing_asked_is_an_address_without_parameters() -> None:
    assert to_querystring(SearchRequest()) == "?"


def test_an_address_has_the_words_as_typed_and_only_what_was_chosen() -> None:
    request = parse({"q": ["lezen groep 5"], "thema": ["taal"], "pagina": ["2"]})

    assert to_querystring(request) == "?q=lezen+groep+5&thema=taal&pagina=2"


def test_fields_can_be_changed_on_the_way() -> None:
    request = parse({"q": ["lezen"], "van": ["2020"]})

    assert to_querystring(request, year_from=None, page=3, sort="date") == "?q=lezen&sorteer=datum&pagina=3"


@given(PARAMETERS)
def test_an_address_gives_the_same_request_again(parameters: dict[str, list[str]]) -> None:
    request = parse(parameters)

    assert opened(to_querystring(request)) == request


def test_a_value_is_chosen_and_let_go_on_the_first_page() -> None:
    request = parse({"q": ["lezen"], "thema": ["taal"], "pagina": ["4"]})

    assert toggled(request, "thema", "rekenen") == "?q=lezen&thema=taal&thema=rekenen"
    assert toggled(request, "thema", "taal") == "?q=lezen"


def test_letting_go_of_a_derived_filter_takes_its_words_along() -> None:
    request = parse({"q": ["lezen kleuters"]})

    assert toggled(request, "niveau", "groep-1") == "?q=lezen&niveau=groep-2"


def test_another_choice_leaves_derived_filters_to_the_words() -> None:
    request = parse({"q": ["lezen groep 5"]})

    assert toggled(request, "thema", "taal") == "?q=lezen+groep+5&thema=taal"


def test_without_derived_filters_the_same_words_are_searched_for() -> None:
    request = parse({"q": ["lezen groep 5"], "niveau": ["po"], "pagina": ["2"]})

    literal = opened(without_derived(request))

    assert literal.query == "lezen groep 5"
    assert literal.filters == {"niveau": ("po",)}
    assert literal.derived == ()


@given(PARAMETERS, st.sampled_from([*FACET_NAMES]), st.sampled_from(["a", "groep-5", "groep-1", "po"]))
def test_toggling_changes_that_value_and_no_other_filter(
    parameters: dict[str, list[str]], facet: str, value: str
) -> None:
    request = parse(parameters)

    after = opened(toggled(request, facet, value))

    def chosen(one: SearchRequest) -> set[tuple[str, str]]:
        return {(name, code) for name, codes in one.filters.items() for code in codes}

    assert chosen(after) == chosen(request) ^ {(facet, value)}
    assert after.page == 1


@pytest.mark.parametrize("text", ["lezen\0", "x" * 301])
def test_a_refused_query_never_becomes_an_address(text: str) -> None:
    with pytest.raises(InvalidSearch):
        parse({"q": [text]})
