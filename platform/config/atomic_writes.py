"""One transaction around every request that may change something.

So a page, its outbox row for the index and its log entries are there together or not at all, while reading
requests take no lock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class AtomicWritesMiddleware:
    """Runs the view of an unsafe request inside ``transaction.atomic``; an exception rolls all back.

    It answers from ``process_view``, so it must be the last middleware: the others' ``process_view``
    (CSRF protection first of all) have then run. A view marked ``non_atomic_requests`` is left alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if request.method in SAFE_METHODS or "default" in getattr(view, "_non_atomic_requests", set()):
            return None
        with transaction.atomic():
            response: HttpResponseBase = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response = response.render()
            return response
