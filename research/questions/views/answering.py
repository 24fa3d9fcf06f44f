"""Writing the answer outside the admin: kept to go on later, looked at, and sent to the editors."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.unsent import keeps_unsent, typed_before
from caching.policy import never_cached
from research.questions import drafts
from research.questions.answer_form import AnswerForm, is_plain
from research.questions.answering import ChangedMeanwhileError, NoPlaceForAnswersError, latest_draft
from research.questions.drafts import OthersWroteError, Writing
from research.questions.models import AnswerPage
from research.questions.policy import Action
from research.questions.views.answer_page_form import AnswerPageForm
from research.questions.views.reaching import Reached, by_uuid
from research.questions.workflow import NotAllowedError


@never_cached
@keeps_unsent
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The form with what was written last; kept it is the writers' own, sent in it is the editors' to look at."""
    reached = by_uuid(request, uuid)
    if not reached.may(Action.DRAFT_ANSWER):
        raise PermissionDenied
    page = latest_draft(reached.question)
    shown = AnswerPageForm(request, reached, page)
    is_rich = page is not None and not is_plain(page)
    if request.method != "POST":
        return _to_the_conversation(request, reached) if is_rich else shown.begin(typed_before(request))
    is_kept = is_rich or "bewaar" in request.POST or "bekijk" in request.POST
    try:
        return _keep(request, reached, is_rich) if is_kept else _send(request, reached, shown, page)
    except OthersWroteError as problem:
        return shown.beside_draft(problem.draft)
    except NotAllowedError:
        return shown.refuse(_("De vraag staat er nu anders voor. Bewaar je tekst en ga terug naar de vraag."))


def _keep(request: HttpRequest, reached: Reached, is_rich: bool) -> HttpResponseBase:
    writing = Writing.sent(request.POST, by_button=True)
    drafts.keep(reached.question.pk, reached.who, writing, drafts.typed_in(request.POST))
    if is_rich:
        return _to_the_conversation(request, reached)
    if "bekijk" in request.POST:
        return redirect("questions:answer_preview", reached.question.uuid)
    messages.success(request, _("Bewaard. Wie meeschrijft kan verder waar jij stopte; de redactie ziet het nog niet."))
    return redirect(reached.question)


def _send(request: HttpRequest, reached: Reached, shown: AnswerPageForm, page: AnswerPage | None) -> HttpResponseBase:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return shown.again(form)
    writing = Writing.sent(request.POST, by_button=True)
    try:
        drafts.send(reached.question.pk, reached.who, writing, drafts.typed_in(request.POST), form.answer())
    except NoPlaceForAnswersError:
        return shown.refuse(_("De site heeft nog geen overzicht van antwoorden. Vraag de redactie."))
    except ChangedMeanwhileError:
        return shown.beside_page(latest_draft(reached.question) or page)
    messages.success(request, _("Het antwoord ligt bij de redactie."))
    return redirect(reached.question)


def _to_the_conversation(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The editors made more of it than the form can hold. What was written and not sent can still be read."""
    messages.info(request, _("De redactie heeft het antwoord opgemaakt. Geef wijzigingen door in het gesprek."))
    if drafts.draft_of(reached.question) is not None:
        return redirect("questions:answer_preview", reached.question.uuid)
    return redirect(reached.question)
