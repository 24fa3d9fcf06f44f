"""Searches are spooled without a query and added up a day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from search.log import spool
from search.log.collect import KEEP, collect
from search.log.spool import count_search
from search.models import SearchCount

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(django_capture_on_commit_callbacks: Any) -> Any:
    """Add up what is there, as it is once the transaction commits."""

    def add_up() -> int:
        with django_capture_on_commit_callbacks(execute=True):
            return collect(settle_seconds=0)

    return add_up


def counts() -> dict[str, tuple[int, int]]:
    return {row.query: (row.searches, row.without_result) for row in SearchCount.objects.all()}


def test_a_search_asks_the_database_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        count_search("lezen", 3)


def test_searches_are_added_up_by_query(now: Any) -> None:
    count_search("Lezen", 3)
    count_search("lezen ", 0)
    count_search("rekenen", 1)
    assert now() == 3
    assert counts() == {"lezen": (2, 1), "rekenen": (1, 0)}


def test_later_searches_are_added_to_those_of_the_same_day(now: Any) -> None:
    count_search("lezen", 3)
    now()
    count_search("lezen", 0)
    now()
    assert counts() == {"lezen": (2, 1)}


def test_nothing_is_added_twice(now: Any) -> None:
    count_search("lezen", 3)
    now()
    assert now() == 0
    assert counts() == {"lezen": (1, 0)}


def test_what_was_set_aside_when_a_worker_was_killed_is_added_later(now: Any) -> None:
    count_search("lezen", 3)
    collect(settle_seconds=3600)
    assert counts() == {}
    now()
    assert counts() == {"lezen": (1, 0)}


def test_personal_data_does_not_reach_the_spool() -> None:
    count_search("jan@example.nl", 0)
    assert not (spool.folder() / spool.CURRENT).exists()


def test_the_spool_stops_growing_when_nobody_collects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MAX_BYTES", 500)
    for _ in range(100):
        count_search("lezen", 3)
    assert (spool.folder() / spool.CURRENT).stat().st_size < 600


def test_a_spool_that_cannot_be_written_does_not_fail_the_search(settings: Settings) -> None:
    settings.DATA_DIR.write_text("geen map")
    count_search("lezen", 3)


def test_unreadable_lines_are_passed_over(now: Any) -> None:
    count_search("lezen", 3)
    with (spool.folder() / spool.CURRENT).open("ab") as lines:
        lines.write(b'["2021-01-01", "afgebro\n\xff\xfe\n[]\n["morgen", "x", 0]\n')
    count_search("rekenen", 0)
    now()
    assert counts() == {"lezen": (1, 0), "rekenen": (1, 1)}


def test_counts_are_kept_for_a_bounded_time(now: Any) -> None:
    SearchCount.objects.create(day=timezone.localdate() - KEEP - timedelta(days=1), query="oud", searches=1)
    now()
    assert counts() == {}
