"""What the pages of the form share: the steps, and each field with what others have to do with it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.asking import the_member
from editorial.contributing import showing
from editorial.contributing.field_rows import InWords
from editorial.contributing.saving import Shown
from editorial.evidence import Certainty
from editorial.licences import Licence
from research.models import Method, PublicationType
from research.projects.models import ProjectLinePage
from research.publications.following import remarks_on
from research.publications.models import Submission
from research.publications.sending import lacks
from research.publications.steps import STEPS


def _authors(authors: list[dict[str, str]]) -> str:
    return "\n".join(_author(number, one) for number, one in enumerate(authors, 1))


def _author(number: int, author: dict[str, str]) -> str:
    name = " ".join(filter(None, (author["given"], author["particle"], author["family"])))
    return f"{number}. {name}" + (f", {author['affiliation']}" if author["affiliation"] else "")


readable = InWords(
    {
        "authors": _authors,
        "certainty": lambda value: str(Certainty(int(value)).label),
        "method": lambda code: str(Method(code).label),
        "publication_type": lambda code: str(PublicationType(code).label),
        "licence": lambda code: str(Licence(code).label),
        "project": lambda pk: str(ProjectLinePage.objects.filter(pk=pk).first() or ""),
    }
)


def frame(
    request: HttpRequest, submission: Submission, shown: Shown, code: str, version: int | None = None
) -> dict[str, Any]:
    """Template variables that every step has: where one is, and the comments to answer there."""
    remarks, unfinished = remarks_on(submission, the_member(request)), lacks(submission, shown.answers)
    return showing.frame(submission, STEPS, code, shown, remarks, unfinished=unfinished, version=version)
