"""What ``/gezond/`` says."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

from config import health
from search.indexing import provenance
from search.indexing.rebuild import rebuild

pytestmark = pytest.mark.django_db


def gone() -> NoReturn:
    raise ConnectionError("gone")


@pytest.fixture
def index_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_index", lambda: None)


@pytest.mark.usefixtures("index_works")
def test_all_is_well(client: Client) -> None:
    answer = client.get("/gezond/")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "cache": "ok", "index": "ok", "mail": "ok"}


def test_without_an_index_the_site_is_limited_but_in_service(client: Client, settings, tmp_path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "nothing-here"
    answer = client.get("/gezond/")
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["index"]) == ("limited", "unavailable")


def test_an_index_that_an_update_made_outdated_is_said_so(
    client: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR, settings.SEARCH_INDEX_DIR = tmp_path, tmp_path / "index"
    rebuild()
    assert client.get("/gezond/").json()["index"] == "ok"
    monkeypatch.setattr(provenance, "code_digest", lambda: "another")
    answer = client.get("/gezond/")
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["index"]) == ("limited", "outdated")


@pytest.mark.usefixtures("index_works")
def test_without_a_database_the_site_is_out_of_service(client: Client, monkeypatch) -> None:
    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/gezond/")
    assert answer.status_code == 503
    assert (answer.json()["status"], answer.json()["database"]) == ("failing", "unavailable")


@pytest.mark.usefixtures("index_works")
def test_a_cache_that_forgets_at_once_is_out_of_service(client: Client, settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    answer = client.get("/gezond/")
    assert answer.status_code == 503
    assert answer.json()["cache"] == "unavailable"


@pytest.mark.usefixtures("index_works")
def test_nobody_keeps_the_answer(client: Client) -> None:
    assert "no-store" in client.get("/gezond/")["Cache-Control"]


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post("/gezond/").status_code == 405
