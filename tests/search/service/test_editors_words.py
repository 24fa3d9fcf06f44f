"""Synonyms and pinned pages work with the very next search, and cost it no query."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from search.indexing.rebuild import rebuild
from search.models import PinnedResult, SynonymGroup
from search.query.parse import parse
from search.service import find
from tests.search.indexing.site_pages import published

pytestmark = pytest.mark.usefixtures("site")

#: What editors change counts once it is committed.
Committed = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Committed:
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def pages() -> dict[str, Page]:
    made = {title: published(title) for title in ("Zittenblijven", "Een jaar overdoen", "Samen lezen")}
    rebuild()
    return made


def titles(query: str) -> list[str]:
    return [hit.title for hit in find(parse({"q": [query]})).hits]


def test_a_synonym_works_at_once(pages: dict[str, Page], committed: Committed) -> None:
    assert titles("doubleren") == []
    with committed():
        SynonymGroup.objects.create(terms="doubleren\nzittenblijven\neen jaar overdoen")
    assert sorted(titles("doubleren")) == ["Een jaar overdoen", "Zittenblijven"]


def test_a_synonym_that_is_changed_or_removed_works_no_more(pages: dict[str, Page], committed: Committed) -> None:
    with committed():
        group = SynonymGroup.objects.create(terms="doubleren\nzittenblijven")
    assert titles("doubleren") == ["Zittenblijven"]
    group.terms = "doubleren\noverdoen"
    with committed():
        group.save()
    assert titles("doubleren") == ["Een jaar overdoen"]
    with committed():
        group.delete()
    assert titles("doubleren") == []


def test_a_pinned_page_comes_first_whether_it_has_the_words_or_not(
    pages: dict[str, Page], committed: Committed
) -> None:
    assert titles("lezen") == ["Samen lezen"]
    with committed():
        PinnedResult.objects.create(query="Lezen", page=pages["Zittenblijven"])
    found = find(parse({"q": ["lezen"]}))
    assert [hit.title for hit in found.hits] == ["Zittenblijven", "Samen lezen"]
    assert [hit.pinned for hit in found.hits] == [True, False]


def test_pinned_pages_keep_the_order_that_editors_gave(pages: dict[str, Page], committed: Committed) -> None:
    with committed():
        PinnedResult.objects.create(query="lezen", page=pages["Zittenblijven"], position=2)
        PinnedResult.objects.create(query="lezen", page=pages["Een jaar overdoen"], position=1)
    assert titles("lezen") == ["Een jaar overdoen", "Zittenblijven", "Samen lezen"]


def test_a_page_is_pinned_for_its_query_only(pages: dict[str, Page], committed: Committed) -> None:
    with committed():
        PinnedResult.objects.create(query="lezen", page=pages["Zittenblijven"])
    assert titles("samen lezen") == ["Samen lezen"]


def test_the_words_of_editors_cost_a_search_no_query(
    pages: dict[str, Page], committed: Committed, django_assert_num_queries: Any
) -> None:
    with committed():
        SynonymGroup.objects.create(terms="doubleren\nzittenblijven")
    titles("doubleren")
    with django_assert_num_queries(0):
        assert titles("doubleren") == ["Zittenblijven"]


@pytest.mark.parametrize("terms", ["", "alleen", "lezen\nLEZEN", "lezen\n\n  \n", "lezen\n!!!"])
def test_a_group_needs_two_different_words(terms: str) -> None:
    with pytest.raises(ValidationError) as refused:
        SynonymGroup(terms=terms).full_clean()
    assert list(refused.value.message_dict) == ["terms"]


def test_the_same_page_is_not_pinned_twice_for_a_query(pages: dict[str, Page], committed: Committed) -> None:
    with committed():
        PinnedResult.objects.create(query="lezen", page=pages["Samen lezen"])
    with pytest.raises(ValidationError):
        PinnedResult(query=" Lezen ", page=pages["Samen lezen"]).full_clean()


def test_a_query_without_a_word_cannot_have_a_page_on_top(pages: dict[str, Page], committed: Committed) -> None:
    with pytest.raises(ValidationError):
        PinnedResult(query="?!", page=pages["Samen lezen"]).full_clean()
