"""What the database holds, in a form that can be compared."""

from __future__ import annotations

import hashlib

from django.apps import apps
from django.db import connection


def digest() -> dict[str, tuple[int, str]]:
    """Of every table: the number of rows, and a hash of all of them."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            rows = sorted(map(repr, cursor.fetchall()))
            found[model._meta.label] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    return found
