"""Who takes part, for those who do."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from leerlabs.labs.access import in_leerlab
from leerlabs.labs.forms import ShownForm
from leerlabs.labs.paging import page_links
from leerlabs.labs.people import rows, shown_members
from leerlabs.models import LeerlabMembership, LeerlabPage

PAGE_SIZE = 60


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.members")
def members(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """The list of members who chose to stand in it, and the choice itself."""
    own = LeerlabMembership.objects.active().filter(leerlab=leerlab, user_id=request.user.pk or 0).first()
    if request.method == "POST":
        form = ShownForm(request.POST)
        if own is not None and form.is_valid():
            own.is_shown = form.cleaned_data["is_shown"]
            own.save(update_fields=["is_shown"])
            messages.success(request, _("Je keuze is bewaard."))
        return redirect("leerlabs:members", leerlab.slug)
    page = Paginator(shown_members(leerlab), PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {
        "leerlab": leerlab,
        "members": rows(page, request.user),
        **page_links(request, page),
        "own": own,
        "form": own and ShownForm(initial=vars(own)),
    }
    return TemplateResponse(request, "leerlabs/labs/members.html", context)
