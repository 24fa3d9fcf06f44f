"""The first page of what members manage of themselves."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.current import member
from accounts.models import Profile


@require_safe
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Where to find what."""
    profile = Profile.objects.select_related("user").get(user=member(request))
    context = {"profile": profile, "is_bare": not (profile.display_name and profile.role)}
    return render(request, "accounts/overview.html", context)
