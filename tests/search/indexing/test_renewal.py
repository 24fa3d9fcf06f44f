"""After an update: the index notices by itself that its documents are other ones now."""

from __future__ import annotations

import threading

import pytest
from wagtail.models import Page

from search import registry
from search.documents import SearchDocument
from search.engines.base import SearchEngine
from search.indexing import provenance, renewal
from search.indexing.drain import drain
from search.indexing.outbox import record_changes
from search.indexing.provenance import Provenance, is_current
from search.indexing.rebuild import rebuild
from search.indexing.renewal import renew
from search.indexing.single_writer import AnotherWriterError, single_rebuilder
from tests.search.indexing.site_pages import describe, found, published

pytestmark = pytest.mark.usefixtures("site")


def describe_with_a_new_field(page: Page) -> SearchDocument | None:
    """As an update could: all that is said of a page, and a word more."""
    document = describe(page)
    if document is None:
        return None
    return SearchDocument(
        page_id=document.page_id, type=document.type, title=document.title, path=document.path, keywords=("vernieuwd",)
    )


def filled(engine: SearchEngine) -> None:
    """An index of two pages, made by this code."""
    published("Een")
    published("Twee")
    rebuild(engine=engine)
    drain(engine=engine)


@pytest.fixture
def updated_code(engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of two pages, and since then other code."""
    filled(engine)
    monkeypatch.setattr(provenance, "code_digest", lambda: "another")


class TestWhatIsKeptBesideTheIndex:
    def test_a_rebuilt_index_is_current(self, bare_engine: SearchEngine) -> None:
        rebuild(engine=bare_engine)
        assert is_current(bare_engine)

    def test_there_is_nothing_without_an_index(self, bare_engine: SearchEngine) -> None:
        assert bare_engine.provenance() is None

    def test_after_an_update_it_is_not_current(self, engine: SearchEngine, updated_code: None) -> None:
        assert not is_current(engine)

    def test_changes_of_pages_leave_it_as_it_is(self, engine: SearchEngine) -> None:
        filled(engine)
        published("Drie")
        drain(engine=engine)
        assert is_current(engine)

    def test_the_code_of_rooms_and_the_pinned_packages_count(self) -> None:
        names = {path.name for path in provenance._sources()}
        assert {"search_documents.py", "describing.py", "run.txt"} <= names
        assert not [path for path in provenance._sources() if "site-packages" in path.parts]


class TestRenewing:
    def test_documents_that_became_other_ones_are_in_a_fresh_index(
        self, engine: SearchEngine, updated_code: None
    ) -> None:
        registry.register(Page, describe_with_a_new_field)
        assert found(engine, "vernieuwd") == []
        assert renew(engine)
        assert found(engine, "vernieuwd") == ["Een", "Twee"]
        assert is_current(engine)

    def test_an_update_that_changes_no_document_rebuilds_nothing(
        self, engine: SearchEngine, updated_code: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(renewal, "make_anew", lambda *_: pytest.fail("rebuilt"))
        assert not renew(engine)
        assert is_current(engine)

    def test_a_page_that_waits_in_the_outbox_is_no_reason_to_rebuild(
        self, engine: SearchEngine, updated_code: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(renewal, "make_anew", lambda *_: pytest.fail("rebuilt"))
        record_changes([published("Drie").pk])
        assert not renew(engine)

    def test_other_fields_or_another_analysis_always_make_a_fresh_index(self, engine: SearchEngine) -> None:
        filled(engine)
        engine.keep_provenance(str(Provenance("other-fields", provenance.code_digest())))
        assert renew(engine)
        assert is_current(engine)

    def test_an_index_that_says_nothing_of_itself_is_made_anew(self, engine: SearchEngine) -> None:
        published("Een")
        assert engine.provenance() == ""
        assert renew(engine)
        assert found(engine) == ["Een"]

    def test_where_there_is_none_it_is_made(self, bare_engine: SearchEngine) -> None:
        published("Een")
        assert renew(bare_engine)
        assert found(bare_engine) == ["Een"]

    def test_a_current_index_is_left_alone(self, engine: SearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
        filled(engine)
        monkeypatch.setattr(renewal, "compare", lambda _: pytest.fail("read all pages"))
        assert not renew(engine)


class TestTwoAtOnce:
    def test_nobody_begins_while_another_makes_one(self, engine: SearchEngine) -> None:
        with single_rebuilder():
            with pytest.raises(AnotherWriterError):
                renew(engine)
            with pytest.raises(AnotherWriterError):
                rebuild(engine=engine)

    def test_told_to_stop_it_leaves_the_index_in_use(self, engine: SearchEngine, updated_code: None) -> None:
        registry.register(Page, describe_with_a_new_field)
        stop = threading.Event()
        stop.set()
        with pytest.raises(renewal.Stopped):
            renew(engine, stop)
        assert found(engine) == ["Een", "Twee"]
        assert not is_current(engine)
        assert renew(engine)
