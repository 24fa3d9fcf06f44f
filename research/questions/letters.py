"""Mails to whoever asks or follows without an account. Each is sent once, in the transaction of what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from delivery import direct
from research.questions import links
from research.questions.models import CLOSED, PUBLIC, Follower, Question, QuestionMessage, State, Transition
from research.questions.step_texts import headline, makelaar_name, said_to

_FOLDER = "research/questions/mail"


def send_confirmation(follower: Follower) -> None:
    """Shows that an address is theirs; once a day, for who asks for it again.

    Without a word of what was filled in: nobody mails others through us.
    """
    days = settings.KEEP_UNCONFIRMED_QUESTIONS_DAYS or 7
    context = {"url": links.address_for(follower), "is_asker": follower.is_asker, "days": days}
    _send(
        follower,
        "confirm",
        context,
        f"confirm:{follower.link_number}:{timezone.localdate()}",
        useful_for=timedelta(days=days),
    )


def send_new_link(follower: Follower) -> None:
    """After the old one was made worthless."""
    _send(follower, "new_link", {"url": links.address_for(follower)}, f"link:{follower.link_number}")


def send_link_again(follower: Follower) -> None:
    """To whoever follows already and asked to once more; once a day."""
    key = f"link:{follower.link_number}:{timezone.localdate()}"
    _send(follower, "new_link", {"url": links.address_for(follower)}, key)


def send_step(question: Question, step: Transition) -> None:
    """The question came into another state; followers hear what is public, and that it ended."""
    for follower in _reached(question):
        if not follower.is_asker and step.state not in PUBLIC | CLOSED:
            continue
        if follower.is_asker and step.state == State.WITHDRAWN:
            continue
        context = {
            "headline": headline(step.state, question.wording),
            "text": said_to(question, step.state, is_asker=follower.is_asker),
            "url": links.address_for(follower),
        }
        _send(follower, "step", context, f"step:{step.pk}")


def send_message(question: Question, message: QuestionMessage) -> None:
    """To the asker: the kennismakelaar said something, or offers another wording."""
    for follower in _reached(question):
        if follower.is_asker:
            context = {
                "makelaar": makelaar_name(question),
                "text": message.text,
                "wording": message.wording,
                "url": links.address_for(follower),
            }
            _send(follower, "message", context, f"message:{message.pk}")


def send_did_it_help(follower: Follower) -> None:
    """Months later, once."""
    context = {"question": follower.question.wording, "url": f"{links.address_for(follower)}hielp-het/"}
    _send(follower, "did_it_help", context, "did_it_help")


def _reached(question: Question) -> Iterator[Follower]:
    followers = Follower.objects.filter(question=question, user=None, confirmed_at__isnull=False).exclude(email="")
    for follower in followers:
        follower.question = question
        yield follower


def _send(
    follower: Follower, template: str, context: dict[str, Any], key: str, useful_for: timedelta | None = None
) -> None:
    why = _("Je stelde een kennisvraag op deze site.") if follower.is_asker else _("Je volgt een kennisvraag.")
    direct.send(
        follower.email,
        f"{_FOLDER}/{template}",
        {"why": why, "name": follower.name, **context},
        f"questions:{follower.pk}:{key}",
        useful_for=useful_for,
    )
