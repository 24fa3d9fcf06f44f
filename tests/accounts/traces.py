"""Looking for what should be gone: in every column of every table, in sessions, and in all files."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from accounts.models import Session


def traces_of(*words):
    """Where each word still is: ``table.column`` or a path, sorted. Compares without case."""
    wanted = [word.lower() for word in words]
    found = {*_in_database(wanted), *_in_sessions(wanted)}
    for folder in (settings.MEDIA_ROOT, settings.PRIVATE_MEDIA_ROOT):
        found |= set(_in_files(Path(folder), wanted))
    return sorted(found)


def _in_database(wanted):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    content = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
                    if any(word in content.lower() for word in wanted):
                        yield f"{table}.{column}"


def _in_sessions(wanted):
    for row in Session.objects.all():
        content = str(row.get_decoded()).lower()
        if any(word in content for word in wanted):
            yield "session"


def _in_files(folder, wanted):
    for path in folder.rglob("*") if folder.exists() else ():
        named = any(word in path.name.lower() for word in wanted)
        if path.is_file() and (named or any(word.encode() in path.read_bytes().lower() for word in wanted)):
            yield str(path)
