"""The page of a member, the photo on it, and changing one's own."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.current import member
from accounts.models import Profile
from accounts.profile_form import ProfileForm
from accounts.profile_sections import sections_of
from accounts.profiles import display_name, may_see, parts_visible_to
from accounts.unsent import keeps_unsent, typed_before


def _profile(uuid: UUID) -> Profile:
    return get_object_or_404(Profile.objects.select_related("user"), user__uuid=uuid, user__is_active=True)


@require_safe
def show_profile(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The parts that this reader may see. Raises Http404 for somebody who left or may not sign in."""
    profile = _profile(uuid)
    visible = parts_visible_to(profile, request.user)
    context = {
        "profile": profile,
        "name": display_name(profile.user, request.user),
        "visible": visible,
        "levels": profile.levels.all() if "levels" in visible else (),
        "themes": profile.themes.all() if "themes" in visible else (),
        "sections": list(sections_of(profile.user, request.user)),
        "is_own": request.user.pk == profile.user_id,
    }
    return render(request, "accounts/profile.html", context)


@require_safe
def show_photo(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The photo, for who may see it. Raises Http404 for all others, as if there were none."""
    profile = _profile(uuid)
    if not profile.photo or not may_see(profile, "photo", request.user):
        raise Http404
    try:
        response = FileResponse(profile.photo.open("rb"), content_type="image/jpeg")
    except FileNotFoundError as gone:
        raise Http404 from gone
    response.headers["Cache-Control"] = "private, max-age=300"
    return response


@keeps_unsent
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Changing what others see of oneself."""
    profile = Profile.objects.get(user=member(request))
    form = ProfileForm(request.POST or typed_before(request), request.FILES or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Je profiel is bewaard."))
        return redirect("accounts:edit_profile")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/edit_profile.html", {"form": form, "profile": profile}, status=status)
