"""The door of every page inside a Leerlab: in, by way of signing in, refused, or as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from caching.policy import never_cached
from leerlabs.models import LeerlabPage
from leerlabs.policy import may

View: TypeAlias = Callable[..., HttpResponseBase]


def in_leerlab(action: str) -> Callable[[View], View]:
    """Decorator for a view of one Leerlab: it gets the Leerlab, when ``action`` is allowed there.

    Whoever may not know of the Leerlab gets the 404 of any address that does not exist; to a visitor that page
    offers signing in, whatever the address. None of it is kept in the page cache.
    """

    def decorate(view: View) -> View:
        @never_cached
        @wraps(view)
        def enter(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponseBase:
            leerlab = LeerlabPage.objects.live().filter(slug=slug).first()
            if leerlab is None:
                raise Http404(slug)
            refusal = refusal_of(request, leerlab, action)
            response = refusal or view(request, leerlab, **kwargs)
            add_never_cache_headers(response)
            return response

        return enter

    return decorate


def refusal_of(request: HttpRequest, leerlab: LeerlabPage, action: str) -> HttpResponseBase | None:
    """None when it is allowed; otherwise the way to sign in. Raises Http404 or PermissionDenied."""
    if may(request.user, action, leerlab):
        return None
    if not may(request.user, "leerlab.see", leerlab):
        raise Http404(leerlab.slug)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied
