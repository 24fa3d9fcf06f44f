"""What a step's template shows at each field."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.asking import the_member
from editorial.contributing import showing
from editorial.contributing.field_rows import InWords
from editorial.contributing.saving import Shown
from editorial.evidence import COST_LABELS, PracticeEvidence
from editorial.licences import MediaRights
from organisations.models import Organisation
from practices.contributing.following import remarks_on
from practices.contributing.sending import lacks
from practices.contributing.steps import STEPS
from practices.models import Submission


def _steps(steps: list[dict[str, str]]) -> str:
    return "\n\n".join(f"{at}. {step['title']}\n{step['text']}" for at, step in enumerate(steps, 1))


readable = InWords(
    {
        "steps": _steps,
        "school": lambda pk: str(Organisation.objects.filter(pk=pk).first() or ""),
        "evidence": lambda code: str(PracticeEvidence(code).label),
        "cost_level": lambda level: str(COST_LABELS[int(level)]),
        "rights": lambda code: str(MediaRights(code).label),
    }
)


def frame(
    request: HttpRequest, submission: Submission, shown: Shown, code: str, version: int | None = None
) -> dict[str, Any]:
    """Template variables that every step has: where one is, and the comments to answer there."""
    remarks, unfinished = remarks_on(submission, the_member(request)), lacks(submission, shown.answers)
    return showing.frame(submission, STEPS, code, shown, remarks, unfinished=unfinished, version=version)
