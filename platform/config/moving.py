"""Taking over the database of a site that outgrew SQLite: every row as it is, past all signals, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Field, Model
from django.db.models.sql import InsertQuery

SOURCE = "moved_from"
#: Made by Wagtail for a search of its own that is not used here; another table on each kind of database.
LEFT_OUT = {"wagtailsearch.IndexEntry"}
ROWS_AT_A_TIME = 500


class CannotMoveError(Exception):
    """The two databases do not fit each other; nothing was changed."""


def take_over(sqlite_file: Path) -> int:
    """Replace what is in the database of the settings by all rows of this one; how many those are.

    Raises :class:`CannotMoveError` when somebody has an account in it, or the two have other tables.
    """
    if not sqlite_file.is_file():
        raise CannotMoveError(f"there is no database {sqlite_file}")
    described = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(sqlite_file)}}
    connections[SOURCE] = DatabaseWrapper(connections.configure_settings(described)["default"], SOURCE)
    try:
        _refuse_what_does_not_fit()
        with transaction.atomic():
            _empty()
            models = [model for model in apps.get_models(include_auto_created=True) if _is_moved(model)]
            rows = sum(map(_copy, models))
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), models):
                    cursor.execute(statement)
        return rows
    finally:
        connections[SOURCE].close()
        del connections[SOURCE]


def _refuse_what_does_not_fit() -> None:
    there, here = (MigrationRecorder(connections[name]).applied_migrations() for name in (SOURCE, "default"))
    if there.keys() != here.keys():
        raise CannotMoveError("the two have other tables: run `manage.py migrate` on both first")
    if get_user_model()._base_manager.exists():
        raise CannotMoveError("somebody has an account in the database of DATABASE_URL: it has to be an empty one")


def _is_moved(model: type[Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and model._meta.label not in LEFT_OUT


def _empty() -> None:
    """Take out what migrating put in: first pages, groups, kinds of content."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), tables, allow_cascade=True):
            cursor.execute(statement)


def _copy(model: type[Model]) -> int:
    """The rows of one table; of a model with a parent only its own part, the parent is a table of its own."""
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    copied = 0
    for rows in _batches(model, fields):
        query = InsertQuery(model)
        query.insert_values(fields, rows, raw=True)
        query.get_compiler(connection=connection).execute_sql()
        copied += len(rows)
    return copied


def _batches(model: type[Model], fields: list[Field[Any, Any]]) -> Iterator[list[Any]]:
    """Rows with the attributes of the model and nothing of its behaviour: making a page does more than that."""
    names = [field.attname for field in fields]
    size = min(ROWS_AT_A_TIME, connection.ops.bulk_batch_size(fields, range(ROWS_AT_A_TIME)))
    values = model._base_manager.using(SOURCE).order_by("pk").values_list(*names).iterator()
    while rows := [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in islice(values, size)]:
        yield rows
