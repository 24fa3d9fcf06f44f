"""What a member gets back of what they made for the editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accounts.own_data import ExportedFile
from editorial.contributing.following import stage_of
from editorial.contributing.models import MemberSubmission, SubmittedUpload
from editorial.contributing.uploads import content_of


def exported(
    submission: MemberSubmission,
    folder: str,
    uploads: Iterable[tuple[str, SubmittedUpload]],
    about_uploads: dict[str, Any],
) -> Iterator[ExportedFile]:
    """The answers, with what is known of its files, and those files, each under its name."""
    place = f"{folder}/{submission.uuid}"
    yield ExportedFile(f"{place}/antwoorden.json", {**_as_data(submission), **about_uploads})
    for name, upload in uploads:
        if (content := content_of(upload)) is not None:
            yield ExportedFile(f"{place}/{name}", content)


def _as_data(submission: MemberSubmission) -> dict[str, Any]:
    return {
        "titel": submission.title,
        "stand": str(stage_of(submission).label),
        "begonnen": submission.started_at,
        "ingestuurd": submission.sent_at,
        "antwoorden": submission.answers,
        "pagina": submission.page.url_path if submission.page else None,
    }
