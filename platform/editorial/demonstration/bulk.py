"""Rows of one table in one prepared statement.

``bulk_create`` refuses the tables of pages, because a page's row is spread over two of them, and it sends a
statement for every thirty rows of a wide table. Nothing here sends signals or runs ``save``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def insert(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts ``rows`` (values by attribute name) in the table of ``model`` itself.

    All rows give the same attributes; what they leave out gets its default, a generated key its next number.
    """
    if not rows:
        return
    given = rows[0].keys()
    fields = [field for field in model._meta.local_concrete_fields if field.attname in given or not field.primary_key]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, fields), [[_value(field, row) for field in fields] for row in rows])


def _statement(model: type[Model], fields: Sequence[Field[Any, Any]]) -> str:
    """The names in it are those of the models, quoted."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return " ".join(["INSERT INTO", quote(model._meta.db_table), "(", columns, ") VALUES (", places, ")"])


def _value(field: Field[Any, Any], row: Mapping[str, Any]) -> Any:
    value = row[field.attname] if field.attname in row else field.get_default()
    return field.get_db_prep_save(value, connection)
