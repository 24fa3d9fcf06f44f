"""Ik probeer dit, ik stop ermee, en hielp het?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import the_member
from editorial.publicity import is_public, public
from editorial.reading import page_url
from practices.models import Outcome, PracticePage, TryOut
from practices.trying import policy, tryouts
from practices.trying.forms import AnswerForm, BeginForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Asks in which group, or notes that this member tries it. Signing in leads back here."""
    page = get_object_or_404(public(PracticePage.objects.all()), pk=page_id)
    form = BeginForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = the_member(request)
        if not policy.may_try(user, page):
            raise PermissionDenied
        tryouts.begin(user, page, form.cleaned_data["level"])
        messages.success(request, _("Veel plezier ermee. Over zes weken vragen we je of het hielp."))
        return redirect(page_url(page) + "#proberen")
    context = {"practice": page, "practice_url": page_url(page), "form": form}
    return render(request, "practices/trying/begin.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Ends it without an answer."""
    tryout = _own(request, uuid)
    tryouts.withdraw(tryout)
    messages.success(request, _("Goed, we vragen er niet meer naar."))
    return redirect(page_url(tryout.page) + "#proberen" if is_public(tryout.page) else "practices:mine")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Asks whether it helped, or keeps the answer. Sent twice it counts once."""
    tryout = _own(request, uuid)
    if not tryout.is_running:
        return _show_answer(request, tryout, None)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        tryouts.answer(tryout, Outcome(given["outcome"]), given["words"], name_visible=given["name_visible"])
        messages.success(request, _("Dank je wel. Dit helpt anderen kiezen."))
        return redirect("practices:did_it_help", uuid=tryout.uuid)
    return _show_answer(request, tryout, form)


def _own(request: HttpRequest, uuid: UUID) -> TryOut:
    found = TryOut.objects.select_related("page", "level").filter(uuid=uuid).first()
    if found is None or found.user_id != the_member(request).pk:
        raise Http404
    if request.method == "POST" and not policy.may_change(request.user, found):
        raise PermissionDenied
    return found


def _show_answer(request: HttpRequest, tryout: TryOut, form: AnswerForm | None) -> HttpResponse:
    url = page_url(tryout.page) if is_public(tryout.page) else ""
    context = {"tryout": tryout, "form": form, "practice_url": url}
    status = 422 if form is not None and form.errors else 200
    return render(request, "practices/trying/answer.html", context, status=status)
