"""In which order an empty database is filled with tables."""

from __future__ import annotations

import sysconfig

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

FIRST_OF_OURS = ("vocabulary", "0001_initial")
#: Nothing in there points at pages or accounts.
APART = {"django_tasks_database", "sessions"}


def test_the_libraries_tables_are_made_before_ours() -> None:
    """Each of their steps costs more with every model that is there already: the first start would take longer.

    What a later version of a library adds comes after ours, as it does in a database that exists.
    """
    graph = MigrationLoader(None).graph
    begun_before = {label for label, _ in graph.forwards_plan(FIRST_OF_OURS)}
    packages = sysconfig.get_path("purelib")
    libraries = {room.label for room in apps.get_app_configs() if room.path.startswith(packages)}
    with_tables = {label for label, _ in graph.leaf_nodes()}
    assert libraries & with_tables - APART - begun_before == set()
