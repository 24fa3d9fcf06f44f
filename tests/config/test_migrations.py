"""In which order an empty database is filled with tables."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader

FIRST_OF_OURS = ("vocabulary", "0001_initial")
#: Those with many steps, or with tables that point at pages and accounts. A package that comes later is not added:
#: databases that exist have ours already, and Django refuses a history in which they came before it.
LIBRARIES = {"account", "mfa", "socialaccount", "taggit", "wagtail_footnotes", "wagtailadmin", "wagtailcore"}
LIBRARIES |= {"wagtaildocs", "wagtailembeds", "wagtailimages", "wagtailredirects", "wagtailsearch", "wagtailusers"}


def test_the_libraries_tables_are_made_before_ours() -> None:
    """Each of their steps costs more with every model that is there already: the first start would take longer."""
    begun_before = {label for label, _ in MigrationLoader(None).graph.forwards_plan(FIRST_OF_OURS)}
    assert LIBRARIES - begun_before == set()
