"""The mail domains of the organisation."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import the_member
from organisations.forms.managing import DomainForm
from organisations.models import Organisation
from organisations.views.management.managed import managed, page


@require_http_methods(["GET", "HEAD", "POST"])
@managed
def domains(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """What there is, and adding one."""
    form = DomainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = form.save(organisation, the_member(request))
        messages.success(request, _("%(domain)s is toegevoegd.") % {"domain": added.domain})
        return redirect("organisations:manage_domains", slug=organisation.slug)
    context = {"form": form, "domains": organisation.mail_domains.all()}
    context["grace_days"] = settings.ORGANISATION_MEMBERSHIP_GRACE_DAYS
    return page(request, organisation, "domains", context, status=422 if form.errors else 200)


@require_POST
@managed
def remove(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Whoever is a member by it alone gets an end of that at night, where other domains are left."""
    get_object_or_404(organisation.mail_domains, pk=pk).delete()
    messages.success(request, _("Het maildomein is weggehaald."))
    return redirect("organisations:manage_domains", slug=organisation.slug)
