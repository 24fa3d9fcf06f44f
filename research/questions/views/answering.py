"""Writing the answer outside the admin."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.reading import page_url
from research.questions.answer_form import AnswerForm, initial_of, is_plain
from research.questions.answering import ChangedMeanwhileError, NoPlaceForAnswersError, draft, latest_draft
from research.questions.models import AnswerPage
from research.questions.policy import Action
from research.questions.views.reaching import Reached, by_uuid
from research.questions.workflow import NotAllowedError


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The form with what the editors have; sent in, it is theirs to look at."""
    reached = by_uuid(request, uuid)
    if not reached.may(Action.DRAFT_ANSWER):
        raise PermissionDenied
    page = latest_draft(reached.question)
    if page is not None and not is_plain(page):
        messages.info(request, _("De redactie heeft het antwoord opgemaakt. Geef wijzigingen door in het gesprek."))
        return redirect(reached.question)
    if request.method != "POST":
        form = AnswerForm(initial=initial_of(page, _address(request)) if page else None)
        return _show(request, reached, form, page)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            draft(reached.question.pk, reached.who, form.answer(), _number(request.POST.get("revisie", "")))
        except (NotAllowedError, NoPlaceForAnswersError, ChangedMeanwhileError) as problem:
            form.add_error(None, _PROBLEMS[type(problem)]())
        else:
            messages.success(request, _("Het antwoord ligt bij de redactie."))
            return redirect(reached.question)
    return _show(request, reached, form, page, status=422)


_PROBLEMS = {
    NotAllowedError: lambda: _("De vraag staat er nu anders voor. Bewaar je tekst en ga terug naar de vraag."),
    NoPlaceForAnswersError: lambda: _("De site heeft nog geen overzicht van antwoorden. Vraag de redactie."),
    ChangedMeanwhileError: lambda: _(
        "De redactie heeft het antwoord intussen veranderd. Bewaar je tekst, en open dit formulier opnieuw."
    ),
}


def _show(
    request: HttpRequest, reached: Reached, form: AnswerForm, page: AnswerPage | None, status: int = 200
) -> HttpResponse:
    revision = (
        request.POST.get("revisie", "") if request.method == "POST" else (page.latest_revision_id if page else "")
    )
    context = {"question": reached.question, "form": form, "revision": revision}
    return render(request, "research/questions/answer_form.html", context, status=status)


def _address(request: HttpRequest) -> object:
    return lambda page: request.build_absolute_uri(page_url(page))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 12 else None
