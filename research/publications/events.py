"""What a researcher hears: a comment, a return, the publication."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial.contributing.news import SubmissionNews, Words
from research.models import InsightPage
from research.publications.models import Submission
from research.publications.steps import STEPS


class PublicationNews(SubmissionNews[Submission]):
    """A page that is withdrawn is published once more to say so, which is no news."""

    def is_news(self, page: InsightPage) -> bool:
        """Whether it can be read."""
        return page.withdrawn_on is None


NEWS = PublicationNews(
    Submission,
    "publication",
    "publicatie",
    STEPS,
    Words(
        contributed=_("Je bracht deze publicatie in."),
        credited=_("Je staat als auteur bij deze publicatie."),
        thanks=_("Dank je wel voor het inbrengen."),
    ),
)


def connect() -> None:
    """Listen to the editors, and tell delivery what can happen; called once, when the app is ready."""
    NEWS.connect(InsightPage)
