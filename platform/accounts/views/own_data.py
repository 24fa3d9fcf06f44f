"""Taking everything along, and leaving."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import own_data
from accounts.archive import archive_of
from accounts.current import member
from accounts.models import User
from accounts.sign_in.recently import require_recent_sign_in


@require_safe
@login_required
def show_own_data(request: HttpRequest) -> HttpResponse:
    """What is kept, and the two buttons."""
    return render(request, "accounts/own_data.html")


@require_POST
@login_required
def download_own_data(request: HttpRequest) -> HttpResponseBase:
    """The archive. A POST, so that nothing but a click of the owner makes it."""
    name = f"mijn-gegevens-{timezone.localdate():%Y-%m-%d}.zip"
    return FileResponse(archive_of(member(request)), as_attachment=True, filename=name, content_type="application/zip")


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leave(request: HttpRequest) -> HttpResponse:
    """Leaving: what goes and what stays, and the button. Whoever signed in long ago shows first that it is them."""
    if request.method != "POST":
        return render(request, "accounts/leave.html")
    require_recent_sign_in(request)
    user = User.objects.get(pk=member(request).pk)
    own_data.leave(user)
    logout(request)
    messages.success(request, _("Je account is weg. Dank voor je tijd hier."))
    return redirect("/")
