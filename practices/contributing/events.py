"""What a contributor hears: a comment, a return, the publication."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published

from editorial.contributing.news import SubmissionNews, Words
from practices.contributing import pictures
from practices.contributing.steps import STEPS
from practices.models import PracticePage, Submission

NEWS = SubmissionNews(
    Submission,
    "practice",
    "praktijkvoorbeeld",
    STEPS,
    Words(
        contributed=_("Je stuurde dit praktijkvoorbeeld in."),
        credited=_("Je staat als auteur bij dit praktijkvoorbeeld."),
        thanks=_("Dank je wel voor het delen."),
    ),
)


def connect() -> None:
    """Listen to the editors, and tell delivery what can happen; called once, when the app is ready."""
    page_published.connect(_show_pictures, sender=PracticePage, dispatch_uid="practices.pictures")
    NEWS.connect(PracticePage)


def _show_pictures(instance: PracticePage, **kwargs: Any) -> None:
    submission = NEWS.of_page(instance.pk)
    if submission is not None:
        pictures.make_public(submission)
