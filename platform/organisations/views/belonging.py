"""What a member does about their own memberships: asking, leaving, seeing them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.asking import the_member
from accounts.models import User
from organisations import membership, membership_requests, policy
from organisations.forms.belonging import RequestForm
from organisations.mail_domains import is_confirmed_by_mail, organisations_at_address_of
from organisations.models import MembershipRequest, Organisation, OrganisationMembership, RequestState


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Where I belong, what I asked, and where my verified address would let me in."""
    user = the_member(request)
    own = user.organisation_memberships.select_related("organisation__municipality")
    current = own.current()
    return render(
        request,
        "organisations/mine.html",
        {
            "current": current,
            "former": own.exclude(pk__in=current.values("pk")),
            "requests": user.membership_requests.filter(state=RequestState.OPEN).select_related("organisation"),
            "offered": organisations_at_address_of(user).exclude(pk__in=current.values("organisation_id")),
        },
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def become_member(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Asks why and what, and joins or asks the administrator."""
    organisation = get_object_or_404(Organisation, slug=slug)
    user = the_member(request)
    form = RequestForm(request.POST or None)
    if request.method == "POST":
        if not policy.may(user, "membership.request", organisation):
            raise PermissionDenied
        if form.is_valid():
            return _join_or_ask(request, user, organisation, form.cleaned_data["message"])
    context = {
        "organisation": organisation,
        "form": form,
        "by_mail": is_confirmed_by_mail(user, organisation),
        "is_member": membership.goes_on(user, organisation),
        "asked": _open_requests(user, organisation).exists(),
        "has_administrator": membership.administrators_of(organisation).exists(),
    }
    return render(request, "organisations/become_member.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def withdraw_request(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Takes one's own request back."""
    membership_requests.withdraw(the_member(request), get_object_or_404(Organisation, slug=slug))
    messages.success(request, _("Je verzoek is ingetrokken."))
    return redirect("organisations:mine")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Says what it means, and ends one's own membership today."""
    current = OrganisationMembership.objects.current().filter(user=the_member(request))
    own = get_object_or_404(current.select_related("organisation"), organisation__slug=slug)
    if request.method != "POST":
        return render(request, "organisations/leave.html", {"organisation": own.organisation})
    try:
        membership.end(own)
    except membership.MembershipRefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Je bent geen lid meer van %(name)s.") % {"name": own.organisation.name})
    return redirect("organisations:mine")


def _join_or_ask(request: HttpRequest, user: User, organisation: Organisation, message: str) -> HttpResponseBase:
    if membership_requests.join_or_ask(user, organisation, message):
        messages.success(request, _("Je bent lid van %(name)s.") % {"name": organisation.name})
    else:
        messages.success(request, _("Je verzoek is verstuurd. Je hoort het als het bevestigd is."))
    return redirect("organisations:mine")


def _open_requests(user: User, organisation: Organisation) -> QuerySet[MembershipRequest]:
    return MembershipRequest.objects.filter(user=user, organisation=organisation, state=RequestState.OPEN)
