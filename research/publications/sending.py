"""Sending a submission in: it becomes a draft of the editors, or changes the one that they have."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from editorial.contributing.drafts import add_draft, place_for, send_to_editors
from editorial.contributing.merging import Answers
from editorial.contributing.sending import NotReadyError
from research.models import InsightIndexPage, InsightPage
from research.models.insight import RESERVED_SLUGS
from research.publications import answers as asked
from research.publications import files, people
from research.publications.duplicates import same_doi
from research.publications.links import write_links
from research.publications.models import Submission
from research.publications.page_answers import answers_of, write
from research.publications.saving import SAVING
from research.publications.versions import latest_number

FILES = "files"
DOI = "doi"


class NoPlaceForInsightsError(Exception):
    """The site has no list of insights to put a draft in."""


@transaction.atomic
def send(submission: Submission, by: User) -> Submission:
    """Send it in, with the editors' own changes kept. Sent twice without a change in between, it is sent once.

    Raises :class:`~editorial.contributing.sending.NotReadyError` and :class:`NoPlaceForInsightsError`.
    """
    turn = SAVING.turn(submission)
    kept, wanted = turn.submission, turn.wanted
    lacking = lacks(kept, wanted)
    if lacking or turn.conflicts:
        raise NotReadyError(lacking, turn.conflicts)
    page: InsightPage = turn.page or InsightPage(owner=by)
    wanted, changed = _write(page, kept, wanted, turn.theirs, by)
    if changed:
        if page.pk is None:
            _add_to_site(page)
        _mark_version(page, wanted)
        send_to_editors(page, by)
        people.tell_editors_of_orcids(page, wanted["authors"], by)
        kept.sent_at = timezone.now()
    kept.page = page
    kept.answers = {**wanted, **answers_of(page, wanted)}
    kept.base = dict(kept.answers)
    kept.save()
    return kept


def lacks(submission: Submission, answers: Answers) -> list[str]:
    """Names of what keeps it from being sent in: what is empty, a file without licence, a DOI that is there."""
    found = asked.missing(answers)
    if files.shown(submission).filter(licence="").exists():
        found.append(FILES)
    if same_doi(str(answers.get(DOI) or ""), submission) is not None:
        found.append(DOI)
    return found


def _write(page: InsightPage, kept: Submission, wanted: Answers, theirs: Answers, by: User) -> tuple[Answers, bool]:
    """Write what the researcher changed into ``page``, in memory; the answers then, and whether anything changed."""
    known = answers_of(page, kept.base).keys()
    names = [name for name in known if wanted.get(name) != theirs.get(name)]
    write(page, wanted, names)
    changed = bool(names) or page.pk is None
    if "authors" in names:
        wanted = {**wanted, "authors": people.write_authors(page, wanted["authors"], by)}
    links: list[dict[str, Any]] = wanted.get("relations") or []
    if links != (kept.base.get("relations") or []):
        write_links(page, kept.base.get("relations") or [], links)
        changed = True
    if files.hand_to_editors(kept, page, by):
        changed = True
    own = ("is_new_version", "version_note", "for_version")
    if any(wanted.get(name) != kept.base.get(name) for name in own):
        changed = True
    state = page.current_workflow_state if page.pk else None
    return wanted, changed or bool(state and state.status == state.STATUS_NEEDS_CHANGES)


def _mark_version(page: InsightPage, wanted: Answers) -> None:
    """Say in the draft which version it is to become."""
    latest = latest_number(page.pk)
    # What was answered about a version that is public by now says nothing of the next one.
    is_new = latest > 0 and wanted.get("is_new_version") == "ja" and wanted.get("for_version") == latest + 1
    page.version = max(latest + is_new, 1)
    if is_new:
        page.version_note = wanted.get("version_note") or ""


def _add_to_site(page: InsightPage) -> None:
    parent = place_for(InsightIndexPage)
    if parent is None:
        raise NoPlaceForInsightsError
    add_draft(page, parent, fallback="onderzoek", reserved=RESERVED_SLUGS)
