"""Whether an answer helped: asked once of the asker and followers, shown in sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import delivery
from caching import generation
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from research.questions import letters
from research.questions.models import Follower, Outcome, State
from research.questions.policy import Action
from research.questions.workflow import NotAllowedError, Who, locked

ASKED = "question_did_it_help"
#: Local time of the nightly job: read in the morning.
DAILY_AT = time(6, 25)


@dataclass(frozen=True, slots=True)
class Sums:
    """What they said. None of it while fewer said so than the minimum."""

    answered: int
    helped: int
    partly: int
    not_helped: int


def sums_of(answer_page_id: int) -> Sums | None:
    """The sums of one answer; one query. Who did nothing with it yet counts as nobody."""
    said = Follower.objects.filter(question__answer_page_id=answer_page_id)
    counts = said.aggregate(
        yes=Count("pk", filter=Q(outcome=Outcome.YES)),
        partly=Count("pk", filter=Q(outcome=Outcome.PARTLY)),
        no=Count("pk", filter=Q(outcome=Outcome.NO)),
    )
    answered = counts["yes"] + counts["partly"] + counts["no"]
    if answered < settings.QUESTION_MINIMUM_SHOWN:
        return None
    return Sums(answered, counts["yes"], counts["partly"], counts["no"])


@transaction.atomic
def tell(question_id: int, who: Who, outcome: Outcome, words: str) -> bool:
    """Keep whether it helped; False when this person said so already. Raises NotAllowedError."""
    question, standing = locked(question_id, who, Action.TELL_WHETHER_IT_HELPED)
    if standing.follower is None or question.answer_page_id is None:
        raise NotAllowedError("nobody to have helped")
    before = sums_of(question.answer_page_id)
    unanswered = Follower.objects.filter(pk=standing.follower.pk, answered_at=None)
    kept = unanswered.update(outcome=outcome, words=words, answered_at=timezone.now())
    if sums_of(question.answer_page_id) != before:
        generation.renew_on_commit()
    return bool(kept)


def ask_whether_it_helped(now: datetime | None = None) -> int:
    """Ask everyone whose time has come, once; how many. The nightly job."""
    now = now or timezone.now()
    reached = Q(user__isnull=False) | (Q(confirmed_at__isnull=False) & ~Q(email=""))
    due = Follower.objects.filter(
        reached,
        question__state=State.ANSWERED,
        question__state_since__lte=now - timedelta(days=settings.QUESTION_ASK_AFTER_DAYS),
        asked_at=None,
        answered_at=None,
    )
    asked = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            asked += _ask(pk, now)
    return asked


def _ask(pk: int, now: datetime) -> int:
    if not Follower.objects.filter(pk=pk, asked_at=None).update(asked_at=now):
        return 0
    follower = Follower.objects.select_related("question").get(pk=pk)
    if follower.user_id is None:
        letters.send_did_it_help(follower)
    else:
        delivery.announce(
            ASKED,
            about=f"kennisvraag:{follower.question_id}",
            data={"follower": pk},
            key=f"{ASKED}:{pk}",
        )
    return 1


def connect() -> None:
    """Tell delivery of it; called once, when the app is ready."""
    kinds.register(Kind(ASKED, _whom, _is_theirs, _present))


def _follower(event: Any) -> Follower | None:
    if "follower" not in event.memory:
        found = Follower.objects.select_related("question").filter(pk=event.data["follower"]).first()
        event.memory["follower"] = found
    follower: Follower | None = event.memory["follower"]
    return follower


def _whom(event: Any) -> Iterable[Reason]:
    follower = _follower(event)
    if follower is not None and follower.user_id and follower.answered_at is None:
        yield Reason(follower.user_id, gettext_lazy("Je wilde het antwoord op deze vraag weten."), True)


def _is_theirs(event: Any, user: Any) -> bool:
    follower = _follower(event)
    is_theirs = follower is not None and follower.user_id == user.pk and follower.answered_at is None
    return is_theirs and follower is not None and follower.question.state == State.ANSWERED


def _present(event: Any, user: Any) -> Message | None:
    follower = _follower(event)
    if follower is None:
        return None
    title = _("Heeft het geholpen? “%(question)s”") % {"question": follower.question.wording}
    text = _("Je kreeg een antwoord. Vertel in een minuut of je er iets aan had.")
    return Message(title, text, reverse("questions:did_it_help", args=[follower.question.uuid]))
