"""When the engine is away a visitor still gets an answer, soon, and it says what it is."""

from __future__ import annotations

import time

import pytest
from pytest_django import Settings

from search import breaker
from search.engines import current_engine
from search.engines.base import EngineUnavailable
from search.indexing.drain import drain
from search.indexing.rebuild import rebuild
from search.models import IndexOutboxEntry
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find, related, suggest
from tests.search.indexing.site_pages import published
from tests.search.service.broken_servers import (
    BrokenServer,
    FailingServer,
    NonsenseServer,
    TricklingServer,
    running,
)

pytestmark = pytest.mark.usefixtures("site")

#: The promise to visitors; the only time that is measured here.
PROMISED_SECONDS = 3.0


def find_in_time(query: str) -> SearchResults:
    started = time.monotonic()
    results = find(SearchRequest(query=query))
    assert time.monotonic() - started < PROMISED_SECONDS
    return results


def titles(results: SearchResults) -> list[str]:
    return [hit.title for hit in results.hits]


class TestTheAnswer:
    def test_a_refused_connection(self, settings: Settings) -> None:
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        published("Samen lezen")
        results = find_in_time("lezen")
        assert (titles(results), results.engine) == (["Samen lezen"], "eenvoudig")

    @pytest.mark.parametrize("kind", [BrokenServer, TricklingServer, NonsenseServer, FailingServer])
    def test_a_server_that_does_not_do_its_work(self, kind: type[BrokenServer], settings: Settings) -> None:
        published("Samen lezen")
        with running(kind) as server:
            settings.ELASTICSEARCH_URL = server.url
            results = find_in_time("lezen")
            assert server.connections == 1
        assert (titles(results), results.engine) == (["Samen lezen"], "eenvoudig")

    def test_a_name_that_nobody_has(self, settings: Settings) -> None:
        settings.ELASTICSEARCH_URL = "http://bestaat-niet.invalid:9200"
        published("Samen lezen")
        assert find_in_time("lezen").engine == "eenvoudig"

    def test_an_index_that_was_never_made(self) -> None:
        published("Samen lezen")
        assert find_in_time("lezen").engine == "eenvoudig"

    def test_suggestions_and_related_pages_are_empty(self, settings: Settings) -> None:
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        page = published("Samen lezen")
        assert suggest("sam") == []
        assert related(page).hits == ()


class TestTheBreaker:
    def test_the_next_visitor_does_not_wait_for_a_silent_server(self, silent_server: BrokenServer) -> None:
        find(SearchRequest(query="lezen"))
        find(SearchRequest(query="rekenen"))
        suggest("lez")
        assert silent_server.connections == 1

    def test_after_a_while_one_visitor_tries_again(
        self, silent_server: BrokenServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(breaker, "OPEN_SECONDS", 0.0)
        find(SearchRequest(query="lezen"))
        find(SearchRequest(query="lezen"))
        assert silent_server.connections == 2

    def test_while_one_tries_the_others_do_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(breaker, "OPEN_SECONDS", 0.0)
        asked: list[str] = []

        def away() -> None:
            raise EngineUnavailable

        def slow_try() -> None:
            asked.append("een")
            with pytest.raises(EngineUnavailable):
                breaker.guarded(lambda: asked.append("ander"))

        with pytest.raises(EngineUnavailable):
            breaker.guarded(away)
        breaker.guarded(slow_try)
        assert asked == ["een"]

    def test_an_engine_that_answers_again_is_used_again(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(breaker, "OPEN_SECONDS", 0.0)
        published("Samen lezen")
        rebuild(engine=current_engine())
        breaker.close()
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        find(SearchRequest(query="lezen"))
        settings.ELASTICSEARCH_URL = ""
        assert find(SearchRequest(query="lezen")).engine == "tantivy"
        assert not breaker.is_open()

    def test_an_index_that_takes_in_a_change_is_asked_at_once(self) -> None:
        find(SearchRequest(query="lezen"))
        assert breaker.is_open()
        published("Samen lezen")
        rebuild()
        assert find(SearchRequest(query="lezen")).engine == "tantivy"


class TestSaving:
    def test_saving_does_not_ask_the_engine(self, silent_server: BrokenServer) -> None:
        page = published("Samen lezen")
        page.title = "Samen schrijven"
        page.save_revision().publish()
        page.unpublish()
        assert silent_server.connections == 0

    def test_nothing_that_is_saved_is_lost(self, settings: Settings) -> None:
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        published("Samen lezen")
        with pytest.raises(EngineUnavailable):
            drain()
        settings.ELASTICSEARCH_URL = ""
        rebuild()
        published("Samen schrijven")
        while drain().entries:
            pass
        assert titles(find(SearchRequest(query="schrijven"))) == ["Samen schrijven"]
        assert not IndexOutboxEntry.objects.waiting().exists()
