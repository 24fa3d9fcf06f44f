"""What somebody keeps and may read: verantwoordingen, plans of their school, plans that were shared."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caching.unlisted import unlisted
from organisations.membership import current_organisations
from practices.justifying import policy
from practices.justifying.models import Draft, Justification, SchoolProgramme
from practices.justifying.snapshots import differences_between, figures_of_pages


@unlisted
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponseBase:
    """All of it on one page, in a fixed number of queries."""
    kept = list(Justification.objects.filter(owner=request.user.pk))
    now = figures_of_pages({row.page_id for row in kept if row.page_id})
    newer = {
        row.pk: bool(differences_between(row.figures, now.get(row.page_id or 0, []), row.left_alone)) for row in kept
    }
    places = set(current_organisations(request.user).values_list("pk", flat=True))
    readable = policy.readable_programmes(request.user).select_related("organisation")
    programmes = list(readable.order_by("-changed_at"))
    context = {
        "drafts": Draft.objects.filter(owner=request.user.pk).exclude(values={}).select_related("page"),
        "entries": [(row, newer[row.pk]) for row in kept],
        "own_programmes": [one for one in programmes if one.organisation_id in places],
        "shared_programmes": [one for one in programmes if one.organisation_id not in places],
        "example_programme": SchoolProgramme.objects.filter(is_example=True).first(),
        "schools": policy.schools_of(request.user),
    }
    return render(request, "practices/justifying/mine.html", context)
