"""What there is to do for kennismakelaars, and a nudge when a promised day has passed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

import delivery
from accounts.models import User
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from research.questions.events import work_url
from research.questions.models import OPEN, PUBLIC, Question, QuestionMessage, State
from research.questions.policy import Role
from research.questions.standing import MAKELAARS, site_roles

OVERDUE = "questions_overdue"
#: Local time of the nightly job.
DAILY_AT = time(6, 35)
_SATURDAY = 5
_FOLLOWERS = Count("followers", filter=Q(followers__is_asker=False))


@dataclass(frozen=True, slots=True)
class Filter:
    """Whose questions, in which state; an empty word takes all."""

    whose: str = ""
    state: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Filter:
        """What the address asks for; a word that nobody knows is left out."""
        whose, state = query.get("van", ""), query.get("stand", "")
        return cls(whose if whose in WHOSE else "", state if state in OPEN else "")


#: Word in the address → what it is called.
WHOSE = {
    "mij": gettext_lazy("Van mij"),
    "niemand": gettext_lazy("Van niemand"),
    "te-laat": gettext_lazy("Te laat"),
}


def open_questions(chosen: Filter, user: User) -> QuerySet[Question]:
    """Those that fit, what is promised soonest first."""
    found = Question.objects.filter(state__in=[chosen.state] if chosen.state else OPEN)
    conditions = {
        "": Q(),
        "mij": Q(makelaar=user),
        "niemand": Q(makelaar=None),
        "te-laat": Q(promised_on__lt=timezone.localdate()),
    }
    related = ("makelaar__profile", "level", "subject", "theme")
    said = QuestionMessage.objects.filter(question=OuterRef("pk")).order_by("-at", "-pk")
    return (
        found.filter(conditions[chosen.whose])
        .select_related(*related)
        .annotate(number_of_followers=_FOLLOWERS, last_said_by_asker=Subquery(said.values("from_asker")[:1]))
        .order_by(F("promised_on").asc(nulls_last=True), "created_at")
    )


def public_questions() -> QuerySet[Question]:
    """Those that everyone may read while they are looked into, the newest first."""
    running = Question.objects.filter(state__in=OPEN & PUBLIC)
    return running.annotate(number_of_followers=_FOLLOWERS).order_by("-created_at", "-pk")


def counts(user: User) -> dict[str, int]:
    """How many are open, theirs, nobody's and late; one query."""
    return Question.objects.filter(state__in=OPEN).aggregate(
        all=Count("pk"),
        mine=Count("pk", filter=Q(makelaar=user)),
        nobodys=Count("pk", filter=Q(makelaar=None)),
        late=Count("pk", filter=Q(promised_on__lt=timezone.localdate())),
    )


def counts_by_state() -> list[tuple[str, str, int]]:
    """Each open state in order, with its name and how many."""
    found = dict(Question.objects.filter(state__in=OPEN).order_by().values_list("state").annotate(number=Count("pk")))
    return [(state.value, str(state.label), found.get(state.value, 0)) for state in State if state in OPEN]


def nudge(today: date | None = None) -> int:
    """Remind each kennismakelaar of what is past its day, in one notification; how many. On working days only."""
    day = today or timezone.localdate()
    group = Group.objects.filter(name=MAKELAARS).first()
    if day.weekday() >= _SATURDAY or group is None:
        return 0
    nudged = 0
    for user_id in group.user_set.filter(is_active=True).values_list("pk", flat=True):
        if _late_for(user_id, day).exists():
            delivery.announce(
                OVERDUE,
                about=f"kennismakelaar:{user_id}",
                data={"makelaar": user_id, "day": day.isoformat()},
                key=f"{OVERDUE}:{day.isoformat()}:{user_id}",
            )
            nudged += 1
    return nudged


def connect() -> None:
    """Tell delivery of it; called once, when the app is ready."""
    kinds.register(Kind(OVERDUE, _whom, _may_see, _present))


def _late_for(user_id: int, day: date) -> QuerySet[Question]:
    """What is late and theirs, or nobody's."""
    late = Question.objects.filter(state__in=OPEN, promised_on__lt=day)
    return late.filter(Q(makelaar_id=user_id) | Q(makelaar=None))


def _whom(event: Any) -> Iterable[Reason]:
    yield Reason(event.data["makelaar"], gettext_lazy("Je bent kennismakelaar."), True)


def _may_see(event: Any, user: Any) -> bool:
    return user.pk == event.data["makelaar"] and Role.MAKELAAR in site_roles(user)


def _present(event: Any, user: Any) -> Message | None:
    late = list(_late_for(user.pk, date.fromisoformat(event.data["day"])).values_list("wording", flat=True)[:20])
    if not late:
        return None
    title = ngettext(
        "%(number)s kennisvraag is over de beloofde datum",
        "%(number)s kennisvragen zijn over de beloofde datum",
        len(late),
    ) % {"number": len(late)}
    text = _("Waaronder: %(questions)s") % {"questions": "; ".join(late[:3])}
    return Message(title, text, f"{work_url()}?van=te-laat")
