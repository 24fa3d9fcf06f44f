"""What the editors have of a submission: its page, as it was last saved or as an earlier revision kept it."""

from __future__ import annotations

from typing import Any

from wagtail.models import Revision

from editorial.contributing.models import MemberSubmission

#: A page as a revision keeps it.
Content = dict[str, Any]


def latest_of(submission: MemberSubmission) -> Any:
    """The page with all that was last saved of it, published or not; None when there is no page (any more)."""
    return None if submission.page is None else submission.page.get_latest_revision_as_object()


def latest_content(submission: MemberSubmission) -> Content | None:
    """What was last saved of the page, without making a page of it; None when there is none. One query."""
    if submission.page is None:
        return None
    kept = Revision.objects.filter(pk=submission.page.latest_revision_id).values_list("content", flat=True).first()
    return kept if kept is not None else submission.page.serializable_data()


def content_at(revision_id: int | None, submission: MemberSubmission) -> Content | None:
    """What an earlier revision of the submission's page kept; None when it is not one of that page."""
    own = Revision.page_revisions.filter(pk=revision_id, object_id=str(submission.page_id))
    content: Content | None = own.values_list("content", flat=True).first()
    return content or None
