"""What a Leerlab keeps together."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from keeping import collections
from keeping.collections import KeepingRefusedError
from keeping.forms import CollectionForm
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.collections import CHANGE, group_of
from leerlabs.models import LeerlabPage
from leerlabs.policy import may


@require_http_methods(["GET", "HEAD", "POST"])
@in_leerlab("leerlab.read")
def kept(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """The collections, for whoever reads in the Leerlab; who takes part begins another."""
    group = group_of(leerlab)
    may_change = may(request.user, CHANGE, leerlab)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    form = CollectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made, _is_new = collections.make(group, form.cleaned_data["title"], form.cleaned_data["description"])
        except KeepingRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("keeping:collection", uuid=made.uuid)
    context = {
        "leerlab": leerlab,
        "collections": collections.collections_of(group).annotate(pages=Count("items")),
        "form": form if may_change else None,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "leerlabs/labs/collections.html", context, status=status)
