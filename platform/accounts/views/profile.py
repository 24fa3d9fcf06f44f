"""The page of a member."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.models import Profile
from accounts.profiles import display_name, parts_visible_to


@require_safe
def show_profile(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The parts that this reader may see. Raises Http404 for somebody who left or may not sign in."""
    profile = get_object_or_404(Profile.objects.select_related("user"), user__uuid=uuid, user__is_active=True)
    context = {
        "profile": profile,
        "name": display_name(profile.user, request.user),
        "visible": parts_visible_to(profile, request.user),
    }
    return render(request, "accounts/profile.html", context)
