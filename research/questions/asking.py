"""Asking a question, and following one that somebody else asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from research.questions import letters
from research.questions.models import Follower, Question, State
from research.questions.policy import Action
from research.questions.workflow import NotAllowedError, Who, confirm, locked
from vocabulary.models import Level, Subject, Theme


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody filled in."""

    wording: str
    why: str = ""
    tried: str = ""
    level: Level | None = None
    subject: Subject | None = None
    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks or follows: a member, or a name and an address that still has to be shown to be theirs."""

    user: User | None = None
    name: str = ""
    email: str = ""


class AskedAlreadyError(Exception):
    """What a question comes from became one already, by another form."""


@transaction.atomic
def ask(asked: Asked, person: Person, form_token: str, origin: str = "") -> Question:
    """Keep a question. A member's counts at once; otherwise a mail asks to confirm it. Sent twice it is one.

    Of one ``origin`` one question is made, until it is withdrawn: raises :class:`AskedAlreadyError` for the next.
    """
    known = Question.objects.filter(form_token=form_token).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            question = Question.objects.create(
                wording=asked.wording,
                asked_as=asked.wording,
                why=asked.why,
                tried=asked.tried,
                level=asked.level,
                subject=asked.subject,
                theme=asked.theme,
                form_token=form_token,
                origin=origin,
            )
    except IntegrityError:
        known = Question.objects.filter(form_token=form_token).first()
        if known is None:
            raise AskedAlreadyError(origin) from None
        return known
    follower = _new_follower(question, person, is_asker=True)
    if person.user is None:
        letters.send_confirmation(follower)
        return question
    return confirm(question.pk, Who(person.user))


@transaction.atomic
def follow(question_id: int, who: Who, person: Person) -> Follower:
    """Hear of somebody else's question. Without an account it counts once the address is confirmed.

    An address that is known already gets its link again, once a day, and nobody is told that it was.
    Raises NotAllowedError.
    """
    question, _standing = locked(question_id, who, Action.FOLLOW)
    if person.user is not None:
        return _new_follower(question, person, is_asker=False)
    follower = Follower.objects.filter(question=question, email__iexact=person.email).first()
    if follower is None:
        follower = _new_follower(question, person, is_asker=False)
    if follower.confirmed_at is None:
        letters.send_confirmation(follower)
    else:
        letters.send_link_again(follower)
    return follower


@transaction.atomic
def confirm_following(follower: Follower) -> None:
    """The address is theirs. Once or twice is the same."""
    Follower.objects.filter(pk=follower.pk, confirmed_at=None).update(confirmed_at=timezone.now())


@transaction.atomic
def stop_following(question_id: int, who: Who) -> None:
    """Hear no more of it. What they said of whether it helped counts on, without who said it."""
    _question, standing = locked(question_id, who, Action.STOP_FOLLOWING)
    if standing.follower is None:
        raise NotAllowedError("nobody follows")
    forget(standing.follower)


def forget(follower: Follower) -> None:
    """Take a person out; the row stays where its outcome counts, and for the asker as the one who asked."""
    if follower.outcome or (follower.is_asker and follower.question.state != State.UNCONFIRMED):
        Follower.objects.filter(pk=follower.pk).update(user=None, name="", email="", link_hash=None, words="")
    else:
        Follower.objects.filter(pk=follower.pk).delete()


def _new_follower(question: Question, person: Person, *, is_asker: bool) -> Follower:
    if person.user is not None:
        follower, _is_new = Follower.objects.get_or_create(
            question=question,
            user=person.user,
            defaults={"is_asker": is_asker, "confirmed_at": timezone.now()},
        )
        return follower
    return Follower.objects.create(question=question, name=person.name, email=person.email.lower(), is_asker=is_asker)
