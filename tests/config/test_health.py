"""What ``/gezond/`` says."""

from __future__ import annotations

from typing import NoReturn

import pytest
from django.db import connection
from django.test import Client

from config import health

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
