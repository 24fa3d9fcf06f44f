"""The pages of the hosts of a Leerlab."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from editorial.publishing import PublishingRefusedError
from leerlabs.labs import changing, inviting, taking_part
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.forms import InviteForm, RoleForm, SettingsForm
from leerlabs.labs.paging import page_links
from leerlabs.labs.people import all_members, rows
from leerlabs.labs.taking_part import NotPossibleError
from leerlabs.models import LeerlabInvitation, LeerlabMembership, LeerlabPage, MemberRole

PAGE_SIZE = 50
LATEST_INVITATIONS = 50


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.manage")
def settings(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Question, goal, period, and who sees it and takes part."""
    form = SettingsForm(request.POST or None, instance=leerlab)
    if request.method == "POST" and form.is_valid():
        try:
            changing.change(leerlab, form.cleaned_data, _by(request))
        except ValidationError as problem:
            form.add_error(None, problem.messages)
        except PublishingRefusedError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("De wijzigingen zijn bewaard."))
            return redirect("leerlabs:manage", leerlab.slug)
    return _page(request, leerlab, "settings", {"form": form})


@require_POST
@in_leerlab("leerlab.manage")
def archive(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Close the Leerlab, or let it go on."""
    if request.POST.get("state") == "open":
        changing.reopen(leerlab, _by(request))
        messages.success(request, _("Het Leerlab is weer open."))
    elif not leerlab.is_archived:
        changing.archive(leerlab, _by(request))
        messages.success(request, _("Het Leerlab is afgesloten. Alles blijft te lezen."))
    return redirect("leerlabs:manage", leerlab.slug)


@require_http_methods(["GET", "HEAD"])
@in_leerlab("leerlab.manage")
def members(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Everyone who takes part, what they do, and the way out."""
    page = Paginator(all_members(leerlab), PAGE_SIZE).get_page(request.GET.get("pagina"))
    return _page(
        request,
        leerlab,
        "members",
        {"members": rows(page, request.user), "roles": MemberRole.choices, **page_links(request, page)},
    )


@require_POST
@in_leerlab("leerlab.manage")
def role(request: HttpRequest, leerlab: LeerlabPage, pk: int) -> HttpResponse:
    """Make somebody host, moderator or member."""
    membership = get_object_or_404(LeerlabMembership.objects.active(), leerlab=leerlab, pk=pk)
    form = RoleForm(request.POST)
    if form.is_valid():
        try:
            taking_part.give_role(membership, MemberRole(form.cleaned_data["role"]), _by(request))
        except NotPossibleError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("De rol is gewijzigd."))
    still_host = membership.user_id != request.user.pk or LeerlabMembership.objects.hosts().filter(pk=pk).exists()
    return redirect("leerlabs:manage_members" if still_host else "leerlabs:members", leerlab.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.manage")
def remove(request: HttpRequest, leerlab: LeerlabPage, pk: int) -> HttpResponse:
    """Take somebody out, after asking whether that is meant."""
    members = LeerlabMembership.objects.active().select_related("user__profile")
    membership = get_object_or_404(members, leerlab=leerlab, pk=pk)
    if request.method != "POST":
        return _page(request, leerlab, "remove", {"person": rows([membership], request.user)[0]})
    try:
        taking_part.remove(membership)
    except NotPossibleError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Deze persoon doet niet meer mee."))
    return redirect("leerlabs:manage_members", leerlab.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.manage")
def requests(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Who asks to take part; letting in or not."""
    waiting = LeerlabMembership.objects.requested().filter(leerlab=leerlab).select_related("user__profile")
    if request.method == "POST":
        accepts = "accept" in request.POST
        given = request.POST.get("accept" if accepts else "decline", "")
        membership = get_object_or_404(LeerlabMembership, leerlab=leerlab, pk=int(given) if given.isdecimal() else 0)
        try:
            (taking_part.accept if accepts else taking_part.decline)(membership, _by(request))
        except NotPossibleError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Deze persoon doet nu mee.") if accepts else _("De aanvraag is afgewezen."))
        return redirect("leerlabs:requests", leerlab.slug)
    return _page(request, leerlab, "requests", {"waiting": rows(waiting[:PAGE_SIZE], request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.manage")
def invitations(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Inviting somebody, and what has been sent."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            inviting.invite(leerlab, form.cleaned_data["email"], _by(request), form.cleaned_data["role"])
        except NotPossibleError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De uitnodiging is onderweg."))
            return redirect("leerlabs:invitations", leerlab.slug)
    sent = leerlab.invitations.order_by("-created_at")[:LATEST_INVITATIONS]
    return _page(request, leerlab, "invitations", {"form": form, "sent": sent, "now": timezone.now()})


@require_POST
@in_leerlab("leerlab.manage")
def withdraw(request: HttpRequest, leerlab: LeerlabPage, pk: int) -> HttpResponse:
    """Let an invitation hold no longer."""
    inviting.withdraw(get_object_or_404(LeerlabInvitation, leerlab=leerlab, pk=pk))
    messages.success(request, _("De uitnodiging is ingetrokken."))
    return redirect("leerlabs:invitations", leerlab.slug)


def _page(request: HttpRequest, leerlab: LeerlabPage, part: str, context: dict[str, Any]) -> HttpResponse:
    count = LeerlabMembership.objects.requested().filter(leerlab=leerlab).count()
    context = {"leerlab": leerlab, "part": part, "requests_waiting": count, **context}
    return TemplateResponse(request, f"leerlabs/labs/manage_{part}.html", context)


def _by(request: HttpRequest) -> User:
    """Who does it: the door let in nobody without an account."""
    if not isinstance(request.user, User):
        raise TypeError(request.user)
    return request.user
