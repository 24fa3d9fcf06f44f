"""The site does not start with settings under which a digest would tell the same twice."""

import pytest
from django.core.checks.registry import registry
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from delivery.checks import digests_are_known_as_long_as_their_news_is_offered as check
from keeping.alerts.telling import WAITS_FOR


def test_the_site_is_held_to_it_and_passes():
    assert check in registry.get_checks()
    assert check() == []


@pytest.mark.parametrize("days", [1, WAITS_FOR.days - 1])
def test_digests_that_are_forgotten_before_their_news_is_old_are_an_error(settings, days):
    settings.DIGESTS_KEPT_DAYS = days

    (message,) = check()

    assert f"DIGESTS_KEPT_DAYS is {days}" in message.msg
    assert "alerts" in message.msg
    assert str(WAITS_FOR.days) in message.hint


@pytest.mark.parametrize("days", [0, WAITS_FOR.days, 400])
def test_digests_that_are_kept_long_enough_or_for_ever_are_right(settings, days):
    settings.DIGESTS_KEPT_DAYS = days

    assert check() == []


def test_no_command_runs_with_such_a_setting(settings):
    settings.DIGESTS_KEPT_DAYS = 30

    with pytest.raises(SystemCheckError, match="told the same twice"):
        call_command("check")
