"""``manage.py move_database``: a site that outgrew SQLite is taken over row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import PageLogEntry

from accounts.models import User
from config.moving import LEFT_OUT
from search.models import IndexOutboxEntry
from tests.factories.pages import InsightFactory
from tests.factories.people import UserFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="what is moved here is the test database's file"),
]


def rows() -> dict[str, int]:
    """How many rows each table has."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.label not in LEFT_OUT]
    return {model._meta.label: model._base_manager.count() for model in models}


@pytest.fixture
def old_database(tmp_path: Path) -> Path:
    """A file with a site that is used: an account, a page with authors and terms, the log of a page that is gone."""
    UserFactory(email="ada@example.nl")
    insight = InsightFactory(title="Samen lezen")
    insight.save_revision().publish()
    PageLogEntry.objects.log_action(insight, "wagtail.edit")
    gone = InsightFactory(title="Weg")
    PageLogEntry.objects.log_action(gone, "wagtail.delete")
    gone.delete()
    file = tmp_path / "old.sqlite3"
    file.write_bytes(connection.connection.serialize())
    return file


@pytest.fixture
def emptied(old_database: Path) -> None:
    """Afterwards nobody has an account here, and a page has another title."""
    User.objects.all().delete()
    IndexOutboxEntry.objects.all().delete()


def test_every_table_has_the_rows_that_the_old_one_had(old_database: Path, request: pytest.FixtureRequest) -> None:
    before = rows()
    request.getfixturevalue("emptied")
    assert rows() != before
    call_command("move_database", str(old_database))
    assert rows() == before
    assert User.objects.get().email == "ada@example.nl"


def test_a_database_in_which_somebody_has_an_account_stays_as_it_is(old_database: Path) -> None:
    before = rows()
    with pytest.raises(CommandError, match="has to be an empty one"):
        call_command("move_database", str(old_database))
    assert rows() == before


@pytest.mark.usefixtures("emptied")
def test_databases_of_different_versions_are_refused(old_database: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'keeping'")
    with pytest.raises(CommandError, match="migrate"):
        call_command("move_database", str(old_database))


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there is no database"):
        call_command("move_database", str(tmp_path / "typo.sqlite3"))
