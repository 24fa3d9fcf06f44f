"""What a member made for the editors: the list of it, and the page of each that says where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accounts.models import User
from editorial.contributing import policy
from editorial.contributing.following import Stage, remarks_on, returned_with, stage_of, stages
from editorial.contributing.models import MemberSubmission, S
from editorial.contributing.steps import Steps
from editorial.reading import page_url


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the things that a member makes, in the list of them. ``url`` is where one goes on with it."""

    submission: MemberSubmission
    stage: Stage
    url: str
    overview_url: str


def entries_of(kind: type[S], member: User, steps: Steps) -> list[Entry]:
    """All that a member made, sent in or not."""
    own = list(kind._default_manager.filter(contributor=member).select_related("page"))
    stage = stages(own)
    return [_entry(submission, stage[submission.pk], steps) for submission in own]


def overview(submission: MemberSubmission, viewer: User, steps: Steps) -> dict[str, Any]:
    """Template variables of the page that says where it stands and what the editors say."""
    return {
        "submission": submission,
        "stage": stage_of(submission),
        "returned": returned_with(submission),
        "remarks": remarks_on(submission, viewer, steps),
        "first_url": steps.first_url(submission),
        "page_url": page_url(submission.page) if submission.page and submission.page.live else "",
        "may_delete": policy.may_delete(viewer, submission),
        "may_change": policy.may_change(viewer, submission),
    }


def _entry(submission: MemberSubmission, stage: Stage, steps: Steps) -> Entry:
    overview_url = steps.overview_url(submission)
    url = steps.first_url(submission) if stage == Stage.WRITING else overview_url
    return Entry(submission, stage, url, overview_url)
