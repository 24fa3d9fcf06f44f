"""Joining a Leerlab, and leaving it. Looking changes nothing; sending the form does."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from leerlabs.labs import taking_part
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.addresses import page_of
from leerlabs.labs.forms import JoinForm
from leerlabs.labs.taking_part import NotPossibleError
from leerlabs.models import LeerlabMembership, LeerlabPage, MembershipState
from leerlabs.policy import may


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.see")
def join(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Take part, or ask to."""
    user = request.user
    if not isinstance(user, User):
        return redirect_to_login(request.get_full_path())
    membership = LeerlabMembership.objects.filter(leerlab=leerlab, user=user).first()
    if membership is not None and membership.state in {MembershipState.ACTIVE, MembershipState.REQUESTED}:
        return redirect(page_of(leerlab))
    on_request = may(user, "leerlab.request", leerlab)
    if not on_request and not may(user, "leerlab.join", leerlab):
        raise PermissionDenied
    form = JoinForm(request.POST or None, on_request=on_request)
    if request.method == "POST" and form.is_valid():
        is_shown = form.cleaned_data["is_shown"]
        try:
            if on_request:
                taking_part.ask(leerlab, user, form.cleaned_data["motivation"], is_shown=is_shown)
                messages.success(request, _("Je vraag is bij de begeleiders. Je hoort van ons wat zij besluiten."))
            else:
                taking_part.join(leerlab, user, is_shown=is_shown)
                messages.success(request, _("Welkom! Je doet nu mee."))
        except NotPossibleError as refusal:
            messages.error(request, str(refusal))
        return redirect(page_of(leerlab))
    context = {"leerlab": leerlab, "form": form, "on_request": on_request}
    return TemplateResponse(request, "leerlabs/labs/join.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.see")
def leave(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Go, or take back the request."""
    user = request.user
    if not isinstance(user, User):
        return redirect_to_login(request.get_full_path())
    membership = LeerlabMembership.objects.filter(leerlab=leerlab, user=user).first()
    if membership is None or membership.state not in {MembershipState.ACTIVE, MembershipState.REQUESTED}:
        return redirect(page_of(leerlab))
    if request.method == "POST":
        try:
            taking_part.leave(leerlab, user)
        except NotPossibleError as refusal:
            messages.error(request, str(refusal))
            return redirect("leerlabs:leave", leerlab.slug)
        messages.success(request, _("Je doet niet meer mee met %s.") % leerlab.title)
        return redirect("leerlabs:mine")
    context = {"leerlab": leerlab, "membership": membership}
    return TemplateResponse(request, "leerlabs/labs/leave.html", context)
