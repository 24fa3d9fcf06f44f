"""The drain brings the index up to date, whatever fails on the way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search import registry
from search.documents import SearchDocument
from search.engines.base import EngineUnavailable, SearchEngine
from search.engines.elastic import ElasticsearchEngine
from search.indexing.drain import FIRST_RETRY, LONGEST_RETRY, drain
from search.indexing.outbox import KEEP_APPLIED, forget_applied, record_changes
from search.indexing.single_writer import AnotherWriterError, single_writer
from search.models import IndexOutboxEntry
from search.signals import index_caught_up
from tests.search.indexing.site_pages import describe, found, front_page, published

pytestmark = pytest.mark.usefixtures("site")


def drain_all(engine: SearchEngine) -> None:
    while drain(engine=engine).entries:
        pass


def retry_now() -> None:
    """As if the waiting time of what failed had passed."""
    IndexOutboxEntry.objects.waiting().update(retry_at=timezone.now())


@contextmanager
def writing_elsewhere() -> Iterator[None]:
    """Another session holds the right to write."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with single_writer():
            held.set()
            done.wait()
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        yield
    finally:
        done.set()
        thread.join()


@pytest.fixture
def broken() -> set[str]:
    """Titles of pages that cannot be described."""
    titles: set[str] = set()

    def describe_unless_broken(page: Page) -> SearchDocument | None:
        if page.title in titles:
            raise ValueError(f"{page.title} is stuk")
        return describe(page)

    registry.register(Page, describe_unless_broken)
    return titles


class TestWhatIsInTheIndex:
    def test_a_published_page_is_found(self, engine: SearchEngine) -> None:
        published("Samen lezen")
        drain_all(engine)
        assert found(engine, "lezen") == ["Samen lezen"]

    def test_the_last_published_text_counts(self, engine: SearchEngine) -> None:
        page = published("Eerste titel")
        for title in ("Tweede titel", "Derde titel"):
            page.title = title
            page.save_revision().publish()
        drain_all(engine)
        assert found(engine) == ["Derde titel"]

    def test_a_draft_is_not_found_while_the_published_text_is(self, engine: SearchEngine) -> None:
        page = published("Gepubliceerd")
        page.title = "Concept"
        page.save_revision()
        record_changes([page.pk])
        drain_all(engine)
        assert found(engine) == ["Gepubliceerd"]

    def test_an_unpublished_page_is_not_found(self, engine: SearchEngine) -> None:
        page = published("Even maar")
        drain_all(engine)
        page.unpublish()
        drain_all(engine)
        assert found(engine) == []

    def test_a_deleted_page_is_not_found_nor_are_those_below(self, engine: SearchEngine) -> None:
        chapter = published("Hoofdstuk")
        published("Paragraaf", below=chapter)
        drain_all(engine)
        Page.objects.get(pk=chapter.pk).delete()
        drain_all(engine)
        assert found(engine) == []

    def test_a_page_behind_a_login_is_not_found_nor_are_those_below(self, engine: SearchEngine) -> None:
        chapter = published("Hoofdstuk")
        published("Paragraaf", below=chapter)
        published("Openbaar")
        drain_all(engine)
        PageViewRestriction.objects.create(page=chapter, restriction_type=PageViewRestriction.LOGIN)
        drain_all(engine)
        assert found(engine) == ["Openbaar"]

    def test_an_expired_page_is_not_found(self, engine: SearchEngine) -> None:
        published("Voorbij", expire_at=timezone.now() - timedelta(minutes=1))
        published("Nog niet voorbij", expire_at=timezone.now() + timedelta(days=1))
        drain_all(engine)
        assert found(engine) == ["Nog niet voorbij"]

    def test_a_page_that_its_room_leaves_out_is_not_found(self, engine: SearchEngine) -> None:
        record_changes([front_page().pk])
        drain_all(engine)
        assert found(engine) == []


class TestHowItIsDone:
    def test_many_changes_of_a_page_are_applied_once(self, engine: SearchEngine) -> None:
        page = published("Vaak gewijzigd")
        record_changes([page.pk])
        record_changes([page.pk])
        drained = drain(engine=engine)
        assert (drained.entries, drained.applied) == (3, 1)

    def test_the_oldest_changes_come_first(self, engine: SearchEngine) -> None:
        published("Eerst")
        published("Daarna")
        drain(batch=1, engine=engine)
        assert found(engine) == ["Eerst"]

    def test_nothing_due_is_said_so(self, engine: SearchEngine) -> None:
        assert drain(engine=engine).entries == 0

    def test_few_queries_serve_a_whole_batch(self, engine: SearchEngine, django_assert_max_num_queries: Any) -> None:
        for number in range(30):
            published(f"Pagina {number}")
        with django_assert_max_num_queries(8):
            drain(engine=engine)

    def test_the_other_rooms_are_told_which_pages_can_be_found_now(self, engine: SearchEngine) -> None:
        told: list[tuple[int, ...]] = []

        def hear(sender: object, page_ids: tuple[int, ...], **kwargs: object) -> None:
            told.append(page_ids)

        index_caught_up.connect(hear)
        page = published("Nieuws")
        drain(engine=engine)
        index_caught_up.disconnect(hear)
        assert told == [(page.pk,)]

    def test_what_was_applied_is_forgotten_in_time(self, engine: SearchEngine) -> None:
        published("Lang geleden")
        drain(engine=engine)
        published("Net")
        drain(engine=engine)
        oldest = IndexOutboxEntry.objects.order_by("pk").first()
        IndexOutboxEntry.objects.filter(pk=oldest.pk).update(applied_at=timezone.now() - KEEP_APPLIED * 2)
        assert forget_applied() == 1

    def test_two_do_not_write_at_a_time(self, engine: SearchEngine) -> None:
        published("Wacht even")
        with writing_elsewhere(), pytest.raises(AnotherWriterError):
            drain(engine=engine)
        assert IndexOutboxEntry.objects.waiting().count() == 1


class TestWhatFails:
    def test_a_page_that_cannot_be_described_does_not_keep_the_others_out(
        self, engine: SearchEngine, broken: set[str]
    ) -> None:
        published("Voor")
        published("Stuk")
        published("Na")
        broken.add("Stuk")
        drained = drain(engine=engine)
        assert (drained.applied, drained.failed) == (2, 1)
        assert found(engine) == ["Na", "Voor"]

    def test_it_is_kept_with_the_reason(self, engine: SearchEngine, broken: set[str]) -> None:
        published("Stuk")
        broken.add("Stuk")
        drain(engine=engine)
        assert IndexOutboxEntry.objects.failing().get().last_error == "ValueError: Stuk is stuk"

    def test_it_waits_longer_each_time_but_never_for_ever(self, engine: SearchEngine, broken: set[str]) -> None:
        published("Stuk")
        broken.add("Stuk")
        waits = []
        for _ in range(15):
            drain(engine=engine)
            entry = IndexOutboxEntry.objects.get()
            waits.append(round((entry.retry_at - timezone.now()).total_seconds()))
            assert drain(engine=engine).entries == 0
            retry_now()
        assert waits == sorted(waits)
        assert FIRST_RETRY / 2 < timedelta(seconds=waits[0]) <= FIRST_RETRY
        assert LONGEST_RETRY / 2 < timedelta(seconds=waits[-1]) <= LONGEST_RETRY

    def test_it_is_indexed_once_it_is_repaired(self, engine: SearchEngine, broken: set[str]) -> None:
        published("Stuk")
        broken.add("Stuk")
        drain(engine=engine)
        broken.clear()
        retry_now()
        drain(engine=engine)
        assert found(engine) == ["Stuk"]
        assert not IndexOutboxEntry.objects.waiting().exists()

    def test_saving_it_again_tries_it_at_once(self, engine: SearchEngine, broken: set[str]) -> None:
        page = published("Stuk")
        broken.add("Stuk")
        drain(engine=engine)
        page.title = "Heel"
        page.save()
        drain(engine=engine)
        assert found(engine) == ["Heel"]
        assert not IndexOutboxEntry.objects.waiting().exists()

    def test_a_document_that_the_engine_refuses_does_not_keep_the_others_out(self, engine: SearchEngine) -> None:
        def describe_with_what_no_index_keeps(page: Page) -> SearchDocument | None:
            document = describe(page)
            if document is not None and page.title == "Onmogelijk":
                return replace(document, weight=None)
            return document

        registry.register(Page, describe_with_what_no_index_keeps)
        for title in ("Een", "Onmogelijk", "Twee", "Drie"):
            published(title)
        drained = drain(engine=engine)
        assert (drained.applied, drained.failed) == (3, 1)
        assert found(engine) == ["Drie", "Een", "Twee"]

    def test_an_engine_that_is_away_leaves_everything_waiting_and_nothing_to_blame(self) -> None:
        published("Wacht")
        with pytest.raises(EngineUnavailable):
            drain(engine=ElasticsearchEngine("http://127.0.0.1:9", "weg", 1.0))
        assert IndexOutboxEntry.objects.waiting().filter(attempts=0, retry_at=None).count() == 1

    def test_an_engine_without_an_index_leaves_everything_waiting(self, bare_engine: SearchEngine) -> None:
        published("Wacht")
        with pytest.raises(EngineUnavailable):
            drain(engine=bare_engine)
        assert IndexOutboxEntry.objects.waiting().filter(attempts=0).count() == 1
