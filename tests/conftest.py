"""What every test may use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as made_up_cases
from pytest_django.plugin import blocking_manager_key

# A busy machine is no fault of what is tested.
made_up_cases.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
made_up_cases.load_profile("any machine")

pytest_plugins = [
    "tests.services.missing",
    "tests.services.elasticsearch",
    "tests.services.postgresql",
    "tests.services.chromium",
]


def pytest_configure(config: pytest.Config) -> None:
    """Compile the message catalogues that changed, so that the English pages are English."""
    from config.catalogues import compile_catalogues

    compile_catalogues([Path(__file__).resolve().parents[1] / "locale"])


def has_transactions_of_its_own(item: pytest.Item) -> bool:
    """Whether the test commits, so that the database is emptied after it."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Emptying a database must not make Django fill in content types under new numbers."""
    for item in items:
        if has_transactions_of_its_own(item):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A database that was emptied gets back at once what the migrations had put into it: site, groups, vocabulary.

    Django does so only before the next test that asks for it, and leaves nothing for the ones in between, nor
    for the next run on a database that is kept.
    """
    yield
    is_needed_again = nextitem is not None or item.config.getoption("reuse_db")
    if is_needed_again and has_transactions_of_its_own(item):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
            connection.close()
