"""What is not kept for ever: rules with a period from the settings, carried out each night."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

log = logging.getLogger(__name__)

#: Local time of the nightly job, at an hour when few read and no backup is made.
DAILY_AT = time(3, 10)

CarryOut = Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """What goes after how long. ``setting`` names a number of days; 0 keeps it."""

    name: str
    setting: str
    carry_out: CarryOut


_rules: dict[str, Rule] = {}


def register(name: str, *, setting: str, carry_out: CarryOut) -> None:
    """Take part in the nightly job.

    ``carry_out`` gets the moment before which things are too old, and returns how many went; it runs in a
    transaction of its own. Raises ValueError for a name that is taken.
    """
    if name in _rules:
        raise ValueError(f"{name} is a rule of retention already")
    _rules[name] = Rule(name, setting, carry_out)


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they were registered."""
    return tuple(_rules.values())


def carry_out_all() -> dict[str, int]:
    """Name of a rule → how many went. A rule that fails is logged and does not hold up the others."""
    done: dict[str, int] = {}
    for rule in rules():
        days = getattr(settings, rule.setting)
        if not days:
            continue
        try:
            with transaction.atomic():
                done[rule.name] = rule.carry_out(timezone.now() - timedelta(days=days))
        except Exception:
            log.exception("The retention rule %s failed", rule.name)
    return done
