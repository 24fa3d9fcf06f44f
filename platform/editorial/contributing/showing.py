"""What every page of the form shows: where one is, and what still has to be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from editorial.contributing.following import Remark
from editorial.contributing.models import MemberSubmission
from editorial.contributing.saving import Shown
from editorial.contributing.steps import Steps


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that keeps it from being sent in, and where to put it right."""

    step: Promise
    label: Promise | str
    url: str


def frame(
    submission: MemberSubmission,
    steps: Steps,
    code: str,
    shown: Shown,
    remarks: Iterable[Remark],
    *,
    unfinished: Iterable[str],
    version: int | None,
) -> dict[str, Any]:
    """Template variables that every step has: where one is, and the comments to answer there.

    ``unfinished`` are names of answers that keep it from being sent in; ``version`` is what the form reckons with,
    when that is not what was saved last.
    """
    return {
        "submission": submission,
        "code": code,
        "title": steps.titles[code],
        "remarks": [one for one in remarks if one.step == code],
        "conflicts": [name for name in shown.conflicts if steps.step_of(name) == code],
        "version": submission.version_of(code) if version is None else version,
        "seen": shown.seen or "",
        "overview_url": steps.overview_url(submission),
        "stops": steps.stops(submission, code, unfinished),
    }
