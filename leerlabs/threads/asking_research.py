"""A thread becomes a kennisvraag: written anew by its author or a host, and linked both ways to who may see either."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leerlabs.models import Thread
from leerlabs.policy import may
from leerlabs.standing import Asking
from research.questions import origins
from research.questions.models import PUBLIC, Question, State
from research.questions.origins import Origin

_WORD = "thread"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """The question made of a thread; ``url`` is empty as long as not everyone may read it."""

    wording: str
    url: str


def connect() -> None:
    """Explain where such questions came from; called once, when the app is ready."""
    origins.register(_WORD, _origin)


def origin_of(thread: Thread) -> str:
    """What the question keeps of the thread: its number, and not a word that was said in it."""
    return f"{_WORD}:{thread.pk}"


def with_question(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """The threads with what :func:`question_of` needs, in the same query."""
    origin = Concat(Value(f"{_WORD}:"), Cast(OuterRef("pk"), CharField()))
    made = Question.objects.filter(origin=origin).exclude(state=State.WITHDRAWN).order_by("pk")
    return threads.annotate(
        asked_uuid=Subquery(made.values("uuid")[:1]),
        asked_state=Subquery(made.values("state")[:1]),
        asked_wording=Subquery(made.values("wording")[:1]),
    )


def question_of(thread: Thread) -> AskedQuestion | None:
    """The question made of a thread that was read :func:`with_question`."""
    uuid: UUID | None = getattr(thread, "asked_uuid", None)
    if uuid is None:
        return None
    state, wording = getattr(thread, "asked_state", ""), getattr(thread, "asked_wording", "")
    if state not in PUBLIC:
        return AskedQuestion("", "")
    return AskedQuestion(wording, reverse("questions:question", args=[uuid]))


def _origin(key: str, user: Asking) -> Origin | None:
    if not key.isdecimal() or len(key) > 18:
        return None
    thread = Thread.objects.select_related("leerlab").filter(pk=int(key), leerlab__live=True).first()
    if thread is None or not may(user, "thread.read", thread):
        return None
    return Origin(_("Begonnen in een gesprek:"), thread.title, thread.get_absolute_url())
