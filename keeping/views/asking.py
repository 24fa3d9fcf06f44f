"""Who asks, and for which collection."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from caching.policy import never_cached
from editorial.contributing import asking
from keeping import policy
from keeping.models import Collection

View = Callable[..., HttpResponseBase]


def in_collection(*, editing: bool) -> Callable[[View], View]:
    """Decorator for a view of one collection: it gets the collection, when who asks may see (or change) it.

    Whoever may not gets the answer of one that does not exist; a visitor signs in first, for either. None of it is
    kept in any cache.
    """

    def decorate(view: View) -> View:
        @never_cached
        @wraps(view)
        def enter(request: HttpRequest, uuid: UUID, **kwargs: Any) -> HttpResponseBase:
            collection = Collection.objects.select_related("dossier").filter(uuid=uuid).first()
            allowed = policy.may_edit if editing else policy.may_see
            if collection is None or not allowed(request.user, collection):
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise Http404
            response = view(request, collection, **kwargs)
            add_never_cache_headers(response)
            return response

        return enter

    return decorate


def number_in(request: HttpRequest, name: str) -> int:
    """A number that came back with a form; -1, which nothing has, when it is none."""
    number = asking.number_in(request, name)
    return -1 if number is None else number
