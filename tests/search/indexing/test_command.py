"""``manage.py search_index``, as the person who keeps the site running uses it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from search.documents import SearchDocument
from search.engines import current_engine
from search.indexing.outbox import record_changes
from search.models import IndexOutboxEntry
from tests.search.indexing.site_pages import found, published

pytestmark = pytest.mark.usefixtures("site", "embedded_index")


@pytest.fixture
def embedded_index(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = settings.DATA_DIR / "index"


def run(action: str) -> str:
    out = StringIO()
    call_command("search_index", action, stdout=out, stderr=out)
    return out.getvalue()


def test_rebuild_makes_an_index_where_there_was_none() -> None:
    published("Samen lezen")
    assert "1 pages in the new index" in run("rebuild")
    assert found(current_engine()) == ["Samen lezen"]


def test_check_is_content_right_after_a_rebuild() -> None:
    published("Samen lezen")
    run("rebuild")
    assert "agree" in run("check")


def test_check_fails_when_a_page_is_missing_stale_or_too_many() -> None:
    stale = published("Oud")
    run("rebuild")
    published("Ontbreekt")
    stale.title = "Nieuw"
    stale.save()
    current_engine().apply([SearchDocument(page_id=999_999, type="page", title="Spook", path="/")], [])
    out = StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("search_index", "check", stdout=out)
    assert failure.value.returncode == 1
    assert "1 missing" in out.getvalue()
    assert f"1 stale: pages {stale.pk}" in out.getvalue()
    assert "1 surplus: pages 999999" in out.getvalue()


def test_repair_puts_right_what_the_outbox_knows_nothing_of() -> None:
    published("Eerst")
    run("rebuild")
    published("Vergeten")
    IndexOutboxEntry.objects.all().delete()
    current_engine().apply([SearchDocument(page_id=999_999, type="page", title="Spook", path="/")], [])
    run("repair")
    assert found(current_engine()) == ["Eerst", "Vergeten"]
    assert "agree" in run("check")


def test_status_tells_engine_documents_and_outbox() -> None:
    page = published("Samen lezen")
    run("rebuild")
    record_changes([page.pk])
    status = run("status")
    assert "engine: tantivy" in status
    assert "documents in the index: 1" in status
    assert "waiting, the oldest for" in status


def test_without_an_index_it_says_so_in_one_sentence() -> None:
    with pytest.raises(CommandError, match="not available"):
        run("check")
