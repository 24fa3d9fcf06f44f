"""Editors see what was searched and act on it in one step."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from search.models import PinnedResult, SearchCount, SynonymGroup
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

JUNE, MAY = date(2021, 6, 1), date(2021, 5, 1)


@pytest.fixture
def editor(client: Client) -> Client:
    """Signed in, and allowed to keep synonyms and pages on top."""
    user = UserFactory(is_staff=True)
    names = [
        "access_admin",
        *(f"{act}_{what}" for act in ("add", "change") for what in ("synonymgroup", "pinnedresult")),
    ]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


@pytest.fixture
def searches() -> None:
    for day, query, number, nothing in (
        (MAY, "lezen", 5, 0),
        (JUNE, "lezen", 7, 0),
        (JUNE, "doubleren", 3, 3),
    ):
        SearchCount.objects.create(day=day, query=query, searches=number, without_result=nothing)


def rows(client: Client, **parameters: str) -> list[list[str]]:
    """Query, searches and searches without result of each row."""
    answer = client.get(reverse("search_counts_report"), parameters)
    table = BeautifulSoup(answer.content, "html.parser").select("table.listing tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("td")[:3]] for row in table]


def test_queries_are_added_up_and_the_most_searched_comes_first(editor: Client, searches: None) -> None:
    assert rows(editor) == [["lezen", "12", "0"], ["doubleren", "3", "3"]]


def test_a_period_can_be_chosen(editor: Client, searches: None) -> None:
    assert rows(editor, day_from="2021-06-01", day_to="2021-06-30") == [["lezen", "7", "0"], ["doubleren", "3", "3"]]


def test_what_found_nothing_can_be_seen_alone(editor: Client, searches: None) -> None:
    assert rows(editor, nothing="true") == [["doubleren", "3", "3"]]


def test_it_can_be_put_in_order_and_searched(editor: Client, searches: None) -> None:
    assert [row[0] for row in rows(editor, ordering="query")] == ["doubleren", "lezen"]
    assert [row[0] for row in rows(editor, q="lez")] == ["lezen"]


def test_it_can_be_taken_along_as_a_spreadsheet(editor: Client, searches: None) -> None:
    answer = editor.get(reverse("search_counts_report"), {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode().split()
    assert "lezen,12,0" in lines


def test_from_a_row_to_a_synonym_in_one_step(editor: Client, searches: None) -> None:
    report = BeautifulSoup(editor.get(reverse("search_counts_report")).content, "html.parser")
    links = [link["href"] for link in report.select("table a") if link.get_text(strip=True) == "Maak synoniem"]
    form = BeautifulSoup(editor.get(links[1]).content, "html.parser")
    assert form.select_one("textarea[name=terms]").get_text(strip=True) == "doubleren"
    editor.post(links[1], {"terms": "doubleren\nzittenblijven", "note": ""})
    assert SynonymGroup.objects.get().term_list == ("doubleren", "zittenblijven")


def test_from_a_row_to_a_page_on_top_in_one_step(editor: Client, searches: None) -> None:
    report = BeautifulSoup(editor.get(reverse("search_counts_report")).content, "html.parser")
    links = [link["href"] for link in report.select("table a") if link.get_text(strip=True) == "Zet bovenaan"]
    form = BeautifulSoup(editor.get(links[0]).content, "html.parser")
    assert form.select_one("input[name=query]")["value"] == "lezen"
    page = Page.objects.get(depth=2)
    editor.post(links[0], {"query": "lezen", "page": page.pk, "position": 1})
    assert PinnedResult.objects.get().page_id == page.pk


def test_a_group_of_one_word_is_refused_with_the_reason(editor: Client) -> None:
    answer = editor.post(reverse("synoniemen:add"), {"terms": "doubleren", "note": ""})
    assert "minstens twee verschillende woorden" in answer.content.decode()
    assert not SynonymGroup.objects.exists()


def test_lists_show_what_there_is(editor: Client) -> None:
    SynonymGroup.objects.create(terms="doubleren\nzittenblijven")
    PinnedResult.objects.create(query="lezen", page=Page.objects.get(depth=2))
    assert "doubleren = zittenblijven" in editor.get(reverse("synoniemen:index")).content.decode()
    assert "lezen" in editor.get(reverse("bovenaan:index")).content.decode()


def test_who_does_not_keep_synonyms_does_not_see_the_report(client: Client) -> None:
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("search_counts_report")).status_code == 302


def test_the_dashboard_leads_to_report_and_lists(editor: Client) -> None:
    home = editor.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("search_counts_report", "synoniemen:index", "bovenaan:index"):
        assert reverse(name) in home
