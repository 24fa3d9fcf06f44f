"""Requests that nobody can answer well get a clear refusal instead of an error deep in the site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

MAX_QUERY_STRING = 16_384


class RefuseUnreadableRequests:
    """400 for a NUL byte or invalid UTF-8 in the address, 414 for a query string past all use."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if len(query) > MAX_QUERY_STRING:
            return self.refuse(_("Dit adres is te lang."), status=414)
        raw = unquote_to_bytes(query.encode("latin-1", "replace"))
        if b"\x00" in raw or "\x00" in request.path_info or "\ufffd" in request.path_info:
            return self.refuse(_("Dit adres bevat tekens die we niet kunnen lezen."))
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            return self.refuse(_("Dit adres bevat tekens die we niet kunnen lezen."))
        return self.get_response(request)

    @staticmethod
    def refuse(reason: str, status: int = 400) -> HttpResponse:
        """A bare page that says what is wrong; no database, no site furniture."""
        return HttpResponseBadRequest(render_to_string("400.html", {"reason": reason}), status=status)
