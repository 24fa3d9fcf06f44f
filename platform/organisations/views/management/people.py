"""Who belongs to the organisation: their role, ending it, and letting one go on that was to end."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.asking import the_member
from accounts.profiles import display_name, profile_url
from organisations import membership, policy
from organisations.forms.managing import EndForm
from organisations.models import ConfirmedBy, MembershipRole, Organisation, OrganisationMembership
from organisations.pagination import page_links
from organisations.views.management.managed import managed, page

_PAGE_SIZE = 50


@require_safe
@managed
def people(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Administrators first, then by name; who left below them on request (``voormalig``)."""
    former = bool(request.GET.get("voormalig"))
    rows = organisation.memberships.select_related("user__profile")
    current = rows.current()
    rows = (
        rows.exclude(pk__in=current.values("pk")).order_by("-ends_on", "pk")
        if former
        else current.order_by("role", "user__profile__display_name", "pk")
    )
    shown = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("pagina"))

    def query(number: int) -> str:
        return "&".join(([f"pagina={number}"] if number > 1 else []) + (["voormalig=ja"] if former else []))

    listed = [
        {"membership": row, "name": display_name(row.user, row.user), "url": profile_url(row.user)}
        for row in shown.object_list
    ]
    context = {"people": listed, "former": former, **page_links(shown, request.path, query)}
    return page(request, organisation, "people", context)


@require_POST
@managed
def set_role(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Make somebody administrator, or no longer."""
    member = _member(request, organisation, pk, "membership.set_role")
    role = request.POST.get("role", "")
    if role in MembershipRole.values:
        try:
            membership.set_role(member, role)
        except membership.MembershipRefusedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("De rol is aangepast."))
    return redirect("organisations:manage_people", slug=organisation.slug)


@require_POST
@managed
def keep(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Let a membership that was to end go on, on the word of who manages the organisation."""
    member = _member(request, organisation, pk, "membership.keep")
    membership.begin(member.user, organisation, ConfirmedBy.ADMINISTRATOR, confirmer=the_member(request))
    messages.success(request, _("Het lidmaatschap loopt door."))
    return redirect("organisations:manage_people", slug=organisation.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@managed
def end(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Asks until when, and ends it."""
    member = _member(request, organisation, pk, "membership.end")
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            membership.end(member, on=form.cleaned_data["ends_on"])
        except membership.MembershipRefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Het lidmaatschap is beëindigd."))
            return redirect("organisations:manage_people", slug=organisation.slug)
    context = {"form": form, "membership": member, "name": display_name(member.user, member.user)}
    return page(request, organisation, "end", context, status=422 if form.errors else 200)


def _member(request: HttpRequest, organisation: Organisation, pk: int, action: str) -> OrganisationMembership:
    current = organisation.memberships.current().select_related("user__profile", "organisation")
    found: OrganisationMembership = get_object_or_404(current, pk=pk)
    if not policy.may(the_member(request), action, found):
        raise PermissionDenied
    return found
