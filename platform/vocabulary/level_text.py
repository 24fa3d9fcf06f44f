"""Levels and groups in a few words, as they stand on a card."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from vocabulary.memory import KnownTerm

_GROUP = re.compile(r"^groep-(\d)$")


def level_text(levels: Iterable[KnownTerm]) -> str:
    """``groep 5 t/m 8``, ``peuters en groep 1``: runs of groups joined, other levels by their label."""
    levels = list(levels)
    groups = sorted(int(found.group(1)) for term in levels if (found := _GROUP.match(term.code)))
    with_groups = bool(groups)
    others = [term.label for term in levels if not _GROUP.match(term.code) and not (with_groups and term.code == "po")]
    return ", ".join(others + [_run_text(run) for run in _runs(groups)])


def _runs(groups: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for group in groups:
        if runs and group == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], group)
        else:
            runs.append((group, group))
    return runs


def _run_text(run: tuple[int, int]) -> str:
    first, last = run
    if first == last:
        return _("groep %(group)s") % {"group": first}
    if last == first + 1:
        return _("groep %(first)s en %(last)s") % {"first": first, "last": last}
    return _("groep %(first)s t/m %(last)s") % {"first": first, "last": last}
