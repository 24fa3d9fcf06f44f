"""A rebuild takes the place of the index without a moment without one, and loses nothing meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wagtail.models import Page, PageViewRestriction

from search import registry
from search.documents import SearchDocument
from search.engines.base import EngineUnavailable, SearchEngine
from search.engines.elastic import ElasticsearchEngine
from search.indexing import fingerprints
from search.indexing.drain import drain
from search.indexing.fingerprints import Difference, compare
from search.indexing.rebuild import rebuild
from search.models import IndexOutboxEntry
from search.signals import index_caught_up
from tests.search.indexing.site_pages import describe, found, published

pytestmark = pytest.mark.usefixtures("site")


def drain_all(engine: SearchEngine) -> None:
    while drain(engine=engine).entries:
        pass


def rebuild_while(change: Callable[[], object], engine: SearchEngine) -> None:
    """Rebuild; once the pages are read and before the new index is in use, ``change`` happens."""
    changed = False

    def in_between(added: int) -> None:
        nonlocal changed
        if not changed:
            changed = True
            change()

    rebuild(progress=in_between, engine=engine)


class TestWhatARebuildGives:
    def test_every_public_page_is_found(self, bare_engine: SearchEngine) -> None:
        published("Een")
        private = published("Twee")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        published("Drie")
        assert rebuild(engine=bare_engine) == (2, 0)
        assert found(bare_engine) == ["Drie", "Een"]

    def test_what_does_not_belong_in_the_index_is_gone(self, engine: SearchEngine) -> None:
        engine.apply([SearchDocument(page_id=999_999, type="page", title="Spook", path="/spook/")], [])
        published("Echt")
        rebuild(engine=engine)
        assert found(engine) == ["Echt"]

    def test_pages_are_read_in_chunks_and_none_is_missed(
        self, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(fingerprints, "CHUNK", 3)
        for number in range(8):
            published(f"Pagina {number}")
        rebuild(engine=engine)
        assert engine.count() == 8

    def test_progress_is_told_for_every_document(self, engine: SearchEngine) -> None:
        for number in range(5):
            published(f"Pagina {number}")
        told: list[int] = []
        rebuild(progress=told.append, engine=engine)
        assert sum(told) == 5

    def test_the_other_rooms_are_told(self, engine: SearchEngine) -> None:
        told: list[tuple[int, ...]] = []

        def hear(sender: object, page_ids: tuple[int, ...], **kwargs: object) -> None:
            told.append(page_ids)

        index_caught_up.connect(hear)
        rebuild(engine=engine)
        index_caught_up.disconnect(hear)
        assert told == [()]

    def test_a_page_that_cannot_be_described_is_left_to_the_outbox(self, engine: SearchEngine) -> None:
        def describe_unless_broken(page: Page) -> SearchDocument | None:
            if page.title == "Stuk":
                raise ValueError("stuk")
            return describe(page)

        registry.register(Page, describe_unless_broken)
        broken = published("Stuk")
        published("Heel")
        drain(engine=engine)
        IndexOutboxEntry.objects.all().delete()
        assert rebuild(engine=engine) == (1, 1)
        assert found(engine) == ["Heel"]
        assert IndexOutboxEntry.objects.waiting().get().page_id == broken.pk


class TestWhatChangesMeanwhile:
    def test_a_page_changed_and_indexed_meanwhile_is_found_as_it_is_now(self, engine: SearchEngine) -> None:
        page = published("Oud")
        drain_all(engine)

        def change() -> None:
            page.title = "Nieuw"
            page.save()
            drain_all(engine)
            assert found(engine) == ["Nieuw"]

        rebuild_while(change, engine)
        drain_all(engine)
        assert found(engine) == ["Nieuw"]

    def test_a_page_published_meanwhile_is_found(self, engine: SearchEngine) -> None:
        published("Er al")

        def change() -> None:
            published("Erbij")
            drain_all(engine)

        rebuild_while(change, engine)
        drain_all(engine)
        assert found(engine) == ["Er al", "Erbij"]

    def test_a_page_made_private_meanwhile_is_not_found(self, engine: SearchEngine) -> None:
        page = published("Straks besloten")
        published("Openbaar")

        def change() -> None:
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
            drain_all(engine)

        rebuild_while(change, engine)
        drain_all(engine)
        assert found(engine) == ["Openbaar"]

    def test_searches_go_on_in_the_index_in_use(self, engine: SearchEngine) -> None:
        published("Te vinden")
        rebuild(engine=engine)
        during: list[list[str]] = []
        rebuild_while(lambda: during.append(found(engine)), engine)
        assert during == [["Te vinden"]]


class TestWhatFails:
    def test_a_rebuild_that_ends_halfway_leaves_the_index_in_use(self, engine: SearchEngine) -> None:
        published("Blijft")
        drain_all(engine)

        def fail() -> None:
            raise RuntimeError("halverwege")

        with pytest.raises(RuntimeError, match="halverwege"):
            rebuild_while(fail, engine)
        assert found(engine) == ["Blijft"]
        published("Erbij")
        drain_all(engine)
        assert compare(engine) == Difference()

    def test_an_engine_that_is_away_is_said_so(self) -> None:
        published("Wacht")
        with pytest.raises(EngineUnavailable):
            rebuild(engine=ElasticsearchEngine("http://127.0.0.1:9", "weg", 1.0))
        assert IndexOutboxEntry.objects.waiting().count() == 1
