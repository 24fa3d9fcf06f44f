"""Pages at an address that only some people know, and pages that are nobody else's business."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.core.handlers.exception import response_for_exception
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from caching.policy import never_cached

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

_READING = frozenset({"GET", "HEAD"})


def unlisted(view: View[P]) -> View[P]:
    """Decorator, the outermost one: kept by no cache, found by no search engine, its address told to no other site.

    Every view whose address holds a secret has it. An address that does not hold (any more) is answered the same
    way. "same-origin" and not "no-referrer": with the latter a browser sends its forms without origin, and CSRF
    protection refuses them.
    """

    @never_cached
    @functools.wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except Http404 as missing:
            # What changes something has to fail as it does, so that its transaction is rolled back.
            if request.method not in _READING:
                raise
            response = response_for_exception(request, missing)
        add_never_cache_headers(response)  # type-checked: any response has headers
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answer
