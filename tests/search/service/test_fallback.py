"""The simple search: few words, few pages, nothing that is not public."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from search import fallback, registry
from search.documents import SearchDocument
from search.request import SearchRequest
from tests.search.indexing.site_pages import describe, published

pytestmark = pytest.mark.usefixtures("site")


def titles(query: str = "", **fields: Any) -> list[str]:
    return [hit.title for hit in fallback.find(SearchRequest(query=query, **fields)).hits]


def test_it_finds_words_in_title_and_description() -> None:
    published("Samen lezen")
    published("Thuis", search_description="Over lezen aan tafel")
    published("Rekenen")
    assert sorted(titles("lezen")) == ["Samen lezen", "Thuis"]


def test_all_words_have_to_be_there() -> None:
    published("Samen lezen")
    published("Samen rekenen")
    assert titles("samen rekenen") == ["Samen rekenen"]


def test_another_form_of_a_word_is_found_where_it_begins_the_same() -> None:
    published("De leerling centraal")
    assert titles("leerlingen") == ["De leerling centraal"]


def test_stop_words_do_not_count() -> None:
    published("Lezen op school")
    assert titles("lezen in de school") == ["Lezen op school"]


def test_without_words_the_newest_come_first() -> None:
    for title in ("Eerst", "Daarna", "Laatst"):
        published(title)
    assert titles() == ["Laatst", "Daarna", "Eerst"]


def test_drafts_and_private_pages_are_not_found() -> None:
    private = published("Besloten lezen")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    draft = published("Lezen in concept")
    draft.unpublish()
    assert titles("lezen") == []


def test_filters_hold() -> None:
    def describe_with_theme(page: Page) -> SearchDocument | None:
        document = describe(page)
        if document is not None:
            document.facets["thema"] = ("taal",) if "lezen" in page.title else ("rekenen",)
        return document

    registry.register(Page, describe_with_theme)
    published("Samen lezen")
    published("Samen rekenen")
    assert titles("samen", filters={"thema": ("rekenen", "gym")}) == ["Samen rekenen"]
    assert titles("samen", filters={"thema": ("gym",)}) == []
    assert titles("samen", year_from=2020) == []


def test_a_page_that_cannot_be_described_is_left_out() -> None:
    def describe_unless_broken(page: Page) -> SearchDocument | None:
        if page.title == "Stuk lezen":
            raise ValueError("stuk")
        return describe(page)

    registry.register(Page, describe_unless_broken)
    published("Stuk lezen")
    published("Heel lezen")
    assert titles("lezen") == ["Heel lezen"]


def test_what_was_found_is_marked_and_escaped() -> None:
    published("Lezen <b>samen</b>")
    (hit,) = fallback.find(SearchRequest(query="lezen"), frozenset({"lees", "lez"})).hits
    assert "<mark>Lezen</mark>" in hit.title_html
    assert "<b>" not in hit.title_html


def test_it_looks_at_a_bounded_number_of_pages(
    monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(fallback, "MAX_PAGES", 5)
    for number in range(8):
        published(f"Lezen {number}")
    with django_assert_max_num_queries(6):
        results = fallback.find(SearchRequest(query="lezen"))
    assert results.total == 5


def test_a_far_page_is_empty() -> None:
    published("Samen lezen")
    assert titles("lezen", page=400) == []
