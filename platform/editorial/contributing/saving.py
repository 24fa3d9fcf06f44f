"""Keeping what somebody filled in, without losing what was written elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic
from uuid import UUID

from django.db import transaction

from accounts.models import User
from editorial.contributing.merging import Answers, merge
from editorial.contributing.models import MemberSubmission, S
from editorial.contributing.page_content import Content, content_at, latest_content, latest_of


@dataclass(frozen=True, slots=True)
class Shown:
    """What a member is to see: their answers with the editors' changes, and where both changed one thing.

    ``seen`` is the revision of the page that this reckons with; a form sends it back.
    """

    answers: Answers
    conflicts: Answers
    seen: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """Whether a step was kept. If not, another window saved it meanwhile: ``elsewhere`` is what that one wrote."""

    done: bool
    version: int
    elsewhere: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn(Generic[S]):
    """A submission and its page, both locked, while it is sent in; the member's ``wanted`` answers have the editors'
    own changes (``theirs``) in them. ``page`` is None the first time."""

    submission: S
    page: Any
    wanted: Answers
    theirs: Answers
    conflicts: list[str]


def _kept_answers(submission: MemberSubmission) -> Answers:
    answers: Answers = submission.answers
    return answers


def _kept_base(submission: MemberSubmission) -> Answers:
    base: Answers = submission.base
    return base


class Saving(Generic[S]):
    """How one kind of submission is kept. A room says what the answers are:

    - ``answers_in(content, submission)``: what the form would show of a page that was kept as ``content``.
    - ``mine(submission)``: what the member last saved.
    - ``agreed(submission)``: what the member and the page last agreed on.
    """

    def __init__(
        self,
        kind: type[S],
        answers_in: Callable[[Content, S], Answers],
        *,
        mine: Callable[[S], Answers] = _kept_answers,
        agreed: Callable[[S], Answers] = _kept_base,
    ) -> None:
        self.kind = kind
        self.answers_in = answers_in
        self.mine = mine
        self.agreed = agreed

    def start(self, member: User, token: UUID, **known: Any) -> S:
        """A new submission, with what is ``known`` already; the same token gives the same one."""
        defaults = {"contributor": member, **known}
        submission, _made = self.kind._default_manager.get_or_create(start_token=token, defaults=defaults)
        return submission

    def now_shown(self, submission: S) -> Shown:
        """The submission as its member sees it at this moment."""
        content = latest_content(submission)
        if content is None or submission.page is None:
            return Shown(self.mine(submission), {}, None)
        theirs = self.answers_in(content, submission)
        merged = merge(self.agreed(submission), self.mine(submission), theirs)
        return Shown(merged.answers, merged.conflicts, submission.page.latest_revision_id)

    @transaction.atomic
    def save_step(self, submission: S, code: str, posted: Answers, version: int, seen: int | None) -> Saved:
        """Keep the answers of one step, unless another window saved other ones since ``version``."""
        kept = self.locked(submission)
        current = kept.version_of(code)
        if version != current:
            elsewhere = {name: kept.answers.get(name) for name in posted if kept.answers.get(name) != posted[name]}
            return Saved(not elsewhere, current, elsewhere)
        self.acknowledge(kept, posted, seen)
        kept.answers = {**kept.answers, **posted}
        kept.count_save(code)
        kept.save()
        return Saved(True, current + 1)

    def take_over(self, submission: S, code: str, names: Iterable[str], version: int, seen: int | None) -> Saved:
        """Make the editors' answers of revision ``seen`` the member's own. Not done without such a revision."""
        theirs = self._answers_at(seen, submission)
        if theirs is None:
            return Saved(False, version)
        return self.save_step(submission, code, {name: theirs.get(name) for name in names}, version, seen)

    def acknowledge(self, submission: S, names: Iterable[str], seen: int | None) -> None:
        """Note that the member wrote these answers knowing what the page said at revision ``seen``; in memory."""
        if submission.page_id is None:
            return
        known = self._answers_at(seen, submission)
        if known is not None:
            submission.base = {**submission.base, **{name: known[name] for name in names if name in known}}

    def locked(self, submission: S) -> S:
        """The submission as it is now, which nobody else changes until the transaction ends."""
        return self.kind._default_manager.select_for_update().get(pk=submission.pk)

    def turn(self, submission: S) -> Turn[S]:
        """Lock a submission and its page, and bring together what both sides changed: they take turns from here."""
        # Its page is read in a later statement: one joined to the lock is as old as the wait for it.
        kept = self.locked(submission)
        page = latest_of(kept)
        if page is None:
            return Turn(kept, None, self.mine(kept), {}, [])
        type(page).objects.select_for_update().get(pk=page.pk)
        page = latest_of(kept)
        theirs = self.answers_in(page.serializable_data(), kept)
        merged = merge(self.agreed(kept), self.mine(kept), theirs)
        return Turn(kept, page, merged.answers, theirs, list(merged.conflicts))

    def _answers_at(self, revision_id: int | None, submission: S) -> Answers | None:
        content = content_at(revision_id, submission)
        return None if content is None else self.answers_in(content, submission)
