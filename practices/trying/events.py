"""Being asked whether it helped, and hearing that it did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.profiles import display_name
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from editorial.publicity import is_public
from editorial.reading import page_url
from practices.models import Outcome, Submission, TryOut

ASKED, ANSWERED = "tryout_asked", "tryout_answered"


def connect() -> None:
    """Tell delivery what can happen; called once, when the app is ready."""
    kinds.register(Kind(ASKED, _who_tries, _is_theirs, _present_question))
    kinds.register(Kind(ANSWERED, _contributors, _is_contributor, _present_answer))


def target(page_id: int) -> str:
    """What one subscribes to."""
    return f"praktijk:{page_id}"


def _tryout(event: Any) -> TryOut | None:
    if "tryout" not in event.memory:
        found = TryOut.objects.select_related("page", "user__profile").filter(pk=event.data["tryout"]).first()
        event.memory["tryout"] = found
    tryout: TryOut | None = event.memory["tryout"]
    return tryout


def _who_tries(event: Any) -> Iterable[Reason]:
    tryout = _tryout(event)
    if tryout is not None and tryout.user_id and tryout.is_running:
        yield Reason(tryout.user_id, gettext_lazy("Je zei dat je dit ging proberen."), True)


def _is_theirs(event: Any, user: Any) -> bool:
    tryout = _tryout(event)
    return tryout is not None and tryout.user_id == user.pk and tryout.is_running and is_public(tryout.page)


def _contributors(event: Any) -> Iterable[Reason]:
    for user_id in sorted(_contributor_ids(event)):
        yield Reason(user_id, gettext_lazy("Je deelde dit praktijkvoorbeeld."), True)


def _is_contributor(event: Any, user: Any) -> bool:
    return user.pk in _contributor_ids(event)


def _contributor_ids(event: Any) -> set[int]:
    """Who sent the practice in and who is credited for it, without who answered."""
    if "contributors" not in event.memory:
        tryout = _tryout(event)
        page = tryout.page if tryout else None
        found: set[int] = set()
        if page is not None and tryout is not None:
            found |= set(Submission.objects.filter(page=page).values_list("contributor", flat=True))
            found |= set(page.page_authors.values_list("person__user", flat=True))
            found -= {tryout.user_id}
        event.memory["contributors"] = {pk for pk in found if pk}
    contributors: set[int] = event.memory["contributors"]
    return contributors


def _present_question(event: Any, user: Any) -> Message | None:
    tryout = _tryout(event)
    if tryout is None:
        return None
    title = _("Hielp het? Je probeerde “%(title)s”") % {"title": tryout.page.title}
    text = _("Vertel in een paar woorden wat het opleverde. Zo weten anderen of het ook iets voor hen is.")
    return Message(title, text, reverse("practices:did_it_help", args=[tryout.uuid]))


def _present_answer(event: Any, user: Any) -> Message | None:
    tryout = _tryout(event)
    if tryout is None or tryout.answered_at is None:
        return None
    who = display_name(tryout.user, user) if tryout.name_visible else _("Een lid")
    words = {
        Outcome.YES: _("%(who)s probeerde “%(title)s”, en het hielp"),
        Outcome.PARTLY: _("%(who)s probeerde “%(title)s”; het hielp gedeeltelijk"),
        Outcome.NO: _("%(who)s probeerde “%(title)s”; het hielp niet"),
    }
    said = words.get(Outcome(tryout.outcome))
    if said is None:
        return None
    return Message(
        said % {"who": who, "title": tryout.page.title}, Truncator(tryout.words).chars(500), page_url(tryout.page)
    )
