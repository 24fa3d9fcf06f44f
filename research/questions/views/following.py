"""Following a question that somebody else asked."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caching.policy import never_cached
from research.questions import asking
from research.questions.asking import Person
from research.questions.forms.person import PersonFields
from research.questions.policy import Action
from research.questions.views.reaching import by_uuid


@never_cached
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """A member follows with one click; otherwise name and address are asked, and confirmed by mail."""
    reached = by_uuid(request, uuid)
    question = reached.question
    if not reached.may(Action.FOLLOW):
        if request.method == "POST":
            raise PermissionDenied
        return redirect(question)
    if request.method == "POST" and reached.standing.user is not None:
        asking.follow(question.pk, reached.who, Person(user=reached.standing.user))
        messages.success(request, _("Je volgt deze vraag. Je hoort het als er een antwoord is."))
        return redirect(question)
    form = PersonFields(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid() and not form.refuse_too_many():
        asking.follow(question.pk, reached.who, form.person())
        return redirect("questions:sent")
    context = {"question": question, "form": form}
    return render(request, "research/questions/follow.html", context, status=422 if form.errors else 200)
