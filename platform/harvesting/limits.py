"""How much one address may ask in a minute, counted in the cache that all processes share."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeAlias

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from harvesting.problems import problem

P = ParamSpec("P")
_PERIOD = 60


View: TypeAlias = Callable[Concatenate[HttpRequest, P], HttpResponse]


def limited(status: int) -> Callable[[View[P]], View[P]]:
    """Decorator: past ``HARVEST_REQUESTS_A_MINUTE`` of one address the answer is ``status`` with when to come again.

    Addresses are told apart as for signing in. Counting is not exact to the last request: of two that come at the
    same instant one may go uncounted. A cache that fails stops nobody.
    """

    def decorate(view: View[P]) -> View[P]:
        @functools.wraps(view)
        def decide(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            seconds = _seconds_to_wait(request)
            if not seconds:
                return view(request, *args, **kwargs)
            most = settings.HARVEST_REQUESTS_A_MINUTE
            response = problem(request, status, f"At most {most} requests a minute; go on in {seconds} seconds.")
            response.headers["Retry-After"] = str(seconds)
            return response

        return decide

    return decorate


def _seconds_to_wait(request: HttpRequest) -> int:
    """Count this request; 0, or the seconds until the next minute begins when it is one too many."""
    now = time.time()
    minute = int(now // _PERIOD)
    key = f"harvest:{get_ip(request)}:{minute}"
    try:
        cache.add(key, 0, 2 * _PERIOD)
        count = cache.incr(key)
    except Exception:  # whatever the backend raises; a counter that went meanwhile is a ValueError
        return 0
    return 0 if count <= settings.HARVEST_REQUESTS_A_MINUTE else max(1, int((minute + 1) * _PERIOD - now) + 1)
