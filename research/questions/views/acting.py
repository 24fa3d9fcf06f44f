"""What is done with a question: one address for each action, by POST."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from caching.policy import never_cached
from caching.unlisted import unlisted
from research.questions import asking, letters, links, promising, referring, workflow
from research.questions.forms.assigning import AssignForm
from research.questions.forms.handling import MessageForm, PromiseForm, ProposalForm, ReasonForm, ReferForm
from research.questions.policy import Action, Role
from research.questions.views.reaching import Reached, by_token, by_uuid
from research.questions.views.showing import show
from research.questions.workflow import NotAllowedError

#: What needs nothing but a click → what carries it out, and what is said then.
_CLICKS: dict[Action, tuple[Callable[[int, workflow.Who], object], Promise | str]] = {
    Action.WITHDRAW: (workflow.withdraw, gettext_lazy("Je vraag is ingetrokken.")),
    Action.TAKE: (workflow.take, gettext_lazy("Deze vraag is nu van jou.")),
    Action.ACCEPT: (workflow.accept, gettext_lazy("De vraag is aangenomen. Iedereen kan die nu lezen en volgen.")),
    Action.TAKE_ON: (workflow.take_on, gettext_lazy("Fijn dat je meedoet.")),
    Action.DECLINE: (workflow.decline, gettext_lazy("Goed dat je het zegt. De kennismakelaar hoort het.")),
    Action.REOPEN: (workflow.reopen, gettext_lazy("De vraag is weer open.")),
    Action.STOP_FOLLOWING: (asking.stop_following, gettext_lazy("Je volgt deze vraag niet meer.")),
}


@never_cached
@require_POST
def act(request: HttpRequest, uuid: UUID, action: str) -> HttpResponseBase:
    """By somebody with an account."""
    return _act(request, by_uuid(request, uuid), _action(action))


@unlisted
@require_POST
def act_by_link(request: HttpRequest, token: str, action: str) -> HttpResponseBase:
    """By whoever has the private link."""
    return _act(request, by_token(token), _action(action))


def _action(word: str) -> Action:
    if word not in {action.value for action in _HANDLERS}:
        raise Http404
    return Action(word)


def _act(request: HttpRequest, reached: Reached, action: Action) -> HttpResponseBase:
    """Carry it out. What can no longer be done says so on the page; what was never allowed is refused."""
    is_confirming_follower = action == Action.CONFIRM and reached.who.follower is not None
    if not reached.may(action) and not is_confirming_follower:
        if not reached.standing.roles - {Role.VISITOR}:
            raise PermissionDenied
        return _too_late(request, reached)
    try:
        return _HANDLERS[action](request, reached)
    except NotAllowedError:
        return _too_late(request, reached)


def _too_late(request: HttpRequest, reached: Reached) -> HttpResponseBase:
    messages.error(request, _("Dat kan nu niet (meer) met deze vraag. Hieronder zie je hoe de vraag ervoor staat."))
    return redirect(reached.base)


def _click(action: Action) -> Callable[[HttpRequest, Reached], HttpResponseBase]:
    carry_out, said = _CLICKS[action]

    def handle(request: HttpRequest, reached: Reached) -> HttpResponseBase:
        carry_out(reached.question.pk, reached.who)
        messages.success(request, str(said))
        if action == Action.STOP_FOLLOWING and reached.who.follower is not None:
            return redirect(reached.question if reached.question.is_public else "questions:ask")
        return redirect(reached.base)

    return handle


def _confirm(request: HttpRequest, reached: Reached) -> HttpResponseBase:
    follower = reached.who.follower
    if follower is not None and not follower.is_asker:
        asking.confirm_following(follower)
        messages.success(request, _("Je volgt deze vraag. Je krijgt een mail als er iets gebeurt."))
    else:
        workflow.confirm(reached.question.pk, reached.who)
        messages.success(request, _("Dank je wel. Je vraag is ingediend."))
    return redirect(reached.base)


def _renew_link(request: HttpRequest, reached: Reached) -> HttpResponseBase:
    follower = reached.who.follower
    if follower is None:
        raise Http404
    links.renew(follower)
    letters.send_new_link(follower)
    return redirect("questions:sent")


def _decide_wording(request: HttpRequest, reached: Reached) -> HttpResponseBase:
    number = request.POST.get("voorstel", "")
    if not number.isdecimal() or len(number) > 12:
        raise NotAllowedError("no such proposal")
    accepted = request.POST.get("keuze") == "ja"
    workflow.decide_wording(reached.question.pk, reached.who, int(number), accepted=accepted)
    said = _("Je vraag is aangepast.") if accepted else _("Goed, je vraag blijft zoals je hem stelde.")
    messages.success(request, said)
    return redirect(reached.base)


def _with_form(
    name: str,
    make: Callable[[HttpRequest, Reached], Form],
    carry_out: Callable[[Reached, Form], object],
    said: Promise | str,
) -> Callable[[HttpRequest, Reached], HttpResponseBase]:
    """Carries out what a form says; one with mistakes is shown again on the question's page."""

    def handle(request: HttpRequest, reached: Reached) -> HttpResponseBase:
        form = make(request, reached)
        if not form.is_valid():
            return show(request, reached, {name: form})
        carry_out(reached, form)
        messages.success(request, str(said))
        return redirect(reached.base)

    return handle


_HANDLERS: dict[Action, Callable[[HttpRequest, Reached], HttpResponseBase]] = {
    **{action: _click(action) for action in _CLICKS},
    Action.CONFIRM: _confirm,
    Action.RENEW_LINK: _renew_link,
    Action.DECIDE_WORDING: _decide_wording,
    Action.WRITE: _with_form(
        "message",
        lambda request, reached: MessageForm(request.POST),
        lambda reached, form: workflow.write(reached.question.pk, reached.who, form.cleaned_data["text"]),
        gettext_lazy("Je bericht is verstuurd."),
    ),
    Action.PROPOSE_WORDING: _with_form(
        "proposal",
        lambda request, reached: ProposalForm(request.POST),
        lambda reached, form: workflow.propose_wording(reached.question.pk, reached.who, **form.cleaned_data),
        gettext_lazy("Het voorstel ligt bij de vragensteller."),
    ),
    Action.ASSIGN: _with_form(
        "assign",
        lambda request, reached: AssignForm(reached.question, request.POST),
        lambda reached, form: workflow.assign(reached.question.pk, reached.who, form.cleaned_data["chosen"]),
        gettext_lazy("De onderzoeker is gevraagd."),
    ),
    Action.REJECT: _with_form(
        "reject",
        lambda request, reached: ReasonForm(request.POST),
        lambda reached, form: workflow.reject(reached.question.pk, reached.who, form.cleaned_data["reason"]),
        gettext_lazy("De vragensteller leest je reden."),
    ),
    Action.REFER: _with_form(
        "refer",
        lambda request, reached: ReferForm(request.POST),
        lambda reached, form: referring.refer(
            reached.question.pk, reached.who, form.cleaned_data["address"], form.cleaned_data["reason"]
        ),
        gettext_lazy("De vraag is doorverwezen."),
    ),
    Action.PROMISE: _with_form(
        "promise",
        lambda request, reached: PromiseForm(request.POST),
        lambda reached, form: promising.promise(
            reached.question.pk, reached.who, form.cleaned_data["day"], form.cleaned_data["why"]
        ),
        gettext_lazy("De nieuwe datum staat erbij."),
    ),
}
