"""One question: where it stands, and for those who work on it or asked it what is said."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from caching.policy import never_cached
from caching.unlisted import unlisted
from editorial.publicity import is_public
from editorial.reading import content_kind_of, page_url
from research.questions.drafts import draft_of
from research.questions.forms.assigning import AssignForm
from research.questions.forms.handling import MessageForm, PromiseForm, ProposalForm, ReasonForm, ReferForm
from research.questions.models import PUBLIC, ProposalState, Question, State
from research.questions.naming import name_of
from research.questions.origins import origin_for
from research.questions.policy import Action, Role
from research.questions.step_texts import makelaar_name
from research.questions.views.reaching import Reached, by_token, by_uuid

#: Roles that see all steps, not only those since everyone may read the question.
_INSIDE = frozenset({Role.ASKER, Role.INVITED, Role.RESEARCHER, Role.MAKELAAR, Role.EDITOR})


@never_cached
@require_safe
def question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """At its own address. Not kept: what is promised depends on the day."""
    return show(request, by_uuid(request, uuid))


@unlisted
@require_safe
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """By a private link. Looking changes nothing: whatever opens links in mail confirms nothing."""
    return show(request, by_token(token))


def show(request: HttpRequest, reached: Reached, forms: dict[str, Form] | None = None) -> HttpResponse:
    """The page; ``forms`` came back with mistakes."""
    asked, roles = reached.question, reached.standing.roles
    reads = reached.may(Action.READ_CONVERSATION)
    context: dict[str, Any] = {
        "question": asked,
        "base": reached.base,
        "may": {action.name.lower(): reached.may(action) for action in Action},
        "is_asker": Role.ASKER in roles,
        "is_follower": Role.FOLLOWER in roles,
        "is_makelaar": Role.MAKELAAR in roles,
        "is_inside": bool(roles & _INSIDE),
        "by_link": reached.who.follower is not None,
        "follower": reached.standing.follower,
        "steps": [step for step in asked.transitions.all() if roles & _INSIDE or step.state in PUBLIC],
        "makelaar": makelaar_name(asked),
        "answer_url": _answer_url(asked),
        "referred": _referred(asked),
        "origin": origin_for(asked.origin, request.user) if asked.origin and reached.who.follower is None else None,
        "reads": reads,
        "has_draft": reached.may(Action.DRAFT_ANSWER) and draft_of(asked) is not None,
    }
    if reads:
        context |= _inside(reached)
        context |= {"forms": {**_empty_forms(reached), **(forms or {})}}
    return render(request, "research/questions/question.html", context, status=422 if forms else 200)


def _inside(reached: Reached) -> dict[str, Any]:
    asked = reached.question
    rows = list(asked.messages.select_related("author__profile"))
    said = [
        {
            "message": row,
            "by": "" if row.from_asker else name_of(row.author),
            "own": row.author_id == reached.standing.user.pk if reached.standing.user else row.from_asker,
        }
        for row in rows
    ]
    assignments = asked.assignments.select_related("researcher__profile")
    return {
        "said": said,
        "open_proposal": next((row for row in rows if row.proposal == ProposalState.OPEN), None),
        "wordings": [row for row in rows if row.proposal == ProposalState.ACCEPTED],
        "assignments": [(row, name_of(row.researcher)) for row in assignments],
        "asker": asked.followers.filter(is_asker=True).select_related("user__profile").first(),
        "followers": asked.followers.filter(is_asker=False).count(),
    }


def _empty_forms(reached: Reached) -> dict[str, Form]:
    asked = reached.question
    return {
        "message": MessageForm(),
        "proposal": ProposalForm(initial={"wording": asked.wording}),
        "assign": AssignForm(asked),
        "refer": ReferForm(),
        "reject": ReasonForm(),
        "promise": PromiseForm(initial={"day": asked.promised_on}),
    }


def _answer_url(asked: Question) -> str:
    page = asked.answer_page
    return page_url(page) if asked.state == State.ANSWERED and is_public(page) else ""


def _referred(asked: Question) -> dict[str, str] | None:
    """What the question was referred to, as far as everyone may read it still."""
    if asked.state != State.REFERRED:
        return None
    page, other, organisation = asked.referred_page, asked.referred_question, asked.referred_organisation
    if is_public(page):
        return {"title": page.title, "url": page_url(page), "kind": content_kind_of(page)}
    if other is not None and other.is_public:
        return {"title": other.wording, "url": other.get_absolute_url(), "kind": "answer"}
    if organisation is not None:
        url = reverse("organisations:page", args=[organisation.slug])
        return {"title": organisation.name, "url": url, "kind": "page"}
    return None
