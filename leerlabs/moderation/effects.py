"""What a decision does to the thing that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils import timezone

from leerlabs.labs import post_texts
from leerlabs.models import DecisionAction, Post, Report, TargetKind, Thread
from leerlabs.moderation.targets import Target
from leerlabs.threads.deleting import delete as delete_post
from leerlabs.threads.posting import release as release_post


def possible(target: Target | None, reports: Iterable[Report]) -> list[DecisionAction]:
    """The actions that make sense, the mildest first. Of what has gone nothing but an answer is left."""
    if target is None:
        return [DecisionAction.DISMISS]
    waits = any(report.occasion == Report.Occasion.FIRST_POST for report in reports)
    actions = [DecisionAction.RELEASE] if waits else [DecisionAction.DISMISS]
    if target.kind != TargetKind.PROFILE:
        hidden_before = target.is_hidden and not waits
        actions.append(DecisionAction.UNHIDE if hidden_before else DecisionAction.HIDE)
    if target.author is not None:
        actions.append(DecisionAction.WARN)
    actions.append(DecisionAction.DELETE)
    if target.author is not None:
        actions.append(DecisionAction.SUSPEND)
    return actions


def _hide(target: Target) -> None:
    _set_hidden(target, hidden=True)


def _unhide(target: Target) -> None:
    _set_hidden(target, hidden=False)


def _set_hidden(target: Target, *, hidden: bool) -> None:
    """A thread goes as a whole; of a file the post that it goes with."""
    model, part = (Thread, target.thread) if target.kind == TargetKind.THREAD else (Post, target.post)
    if part is None or (part.hidden_at is not None) == hidden:
        return
    part.hidden_at = timezone.now() if hidden else None
    model._default_manager.filter(pk=part.pk).update(hidden_at=part.hidden_at)
    if target.leerlab is not None:
        post_texts.changed(target.leerlab.pk)


def _delete(target: Target) -> None:
    """For good. Of a profile: the photo and the text about oneself."""
    if target.kind == TargetKind.ATTACHMENT and target.attachment is not None:
        target.attachment.delete()
    elif target.kind == TargetKind.THREAD and target.thread is not None:
        target.thread.delete()
    elif target.kind == TargetKind.POST and target.post is not None:
        delete_post(target.post)
    elif target.kind == TargetKind.PROFILE and target.author is not None:
        profile = target.author.profile
        profile.biography = ""
        if profile.photo:
            profile.photo.delete(save=False)
        profile.save()


def _release(target: Target) -> None:
    if target.post is not None:
        release_post(target.post)


#: What changes the thing itself; the other actions only tell or suspend somebody.
CARRY_OUT: dict[DecisionAction, Callable[[Target], None]] = {
    DecisionAction.HIDE: _hide,
    DecisionAction.UNHIDE: _unhide,
    DecisionAction.DELETE: _delete,
    DecisionAction.RELEASE: _release,
}

#: What undoes a decision. What was deleted stays so: then only the decision itself is taken back.
REVERSED: dict[DecisionAction, DecisionAction] = {
    DecisionAction.DISMISS: DecisionAction.HIDE,
    DecisionAction.HIDE: DecisionAction.UNHIDE,
    DecisionAction.UNHIDE: DecisionAction.HIDE,
    DecisionAction.DELETE: DecisionAction.WITHDRAW,
    DecisionAction.WARN: DecisionAction.WITHDRAW,
    DecisionAction.SUSPEND: DecisionAction.END_SUSPENSION,
    DecisionAction.RELEASE: DecisionAction.HIDE,
    DecisionAction.END_SUSPENSION: DecisionAction.WITHDRAW,
}
