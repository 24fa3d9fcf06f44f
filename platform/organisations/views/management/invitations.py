"""Inviting people, and what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import the_member
from organisations import invitations
from organisations.forms.managing import InvitationForm
from organisations.models import Organisation
from organisations.views.management.managed import managed, page

_MOST_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@managed
def invite(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """The form and the invitations that wait. The answer is the same for every address."""
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, role = form.cleaned_data["email"], form.cleaned_data["role"]
        try:
            invitations.invite(organisation, email, the_member(request), role)
        except invitations.InvitationRefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("De uitnodiging aan %(email)s is verstuurd.") % {"email": email})
            return redirect("organisations:manage_invitations", slug=organisation.slug)
    waiting = organisation.invitations.open()[:_MOST_SHOWN]
    context = {"form": form, "invitations": waiting}
    return page(request, organisation, "invitations", context, status=422 if form.errors else 200)


@require_POST
@managed
def withdraw(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Let an invitation hold no longer."""
    invitations.withdraw(get_object_or_404(organisation.invitations, pk=pk))
    messages.success(request, _("De uitnodiging is ingetrokken."))
    return redirect("organisations:manage_invitations", slug=organisation.slug)
