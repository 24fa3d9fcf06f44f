"""Requests that nobody can answer well get a clear refusal instead of an error deep in the site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from config.language import language_of

MAX_QUERY_STRING = 16_384
UNREADABLE = _("Dit adres bevat tekens die we niet kunnen lezen.")


class RefuseUnreadableRequests:
    """400 for a NUL byte or invalid UTF-8 in the address, 414 for a query string past all use.

    The answer is a bare page in the language of the address; no database, no site furniture.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reason, status = self._trouble_with(request)
        if not reason:
            return self.get_response(request)
        with translation.override(language_of(request)):
            page = render_to_string("400.html", {"reason": reason})
        return HttpResponse(page, status=status)

    @staticmethod
    def _trouble_with(request: HttpRequest) -> tuple[str | Promise, int]:
        """Why this address cannot be answered and with which status; an empty reason when it can."""
        query = request.META.get("QUERY_STRING", "")
        if len(query) > MAX_QUERY_STRING:
            return _("Dit adres is te lang."), 414
        raw = unquote_to_bytes(query.encode("latin-1", "replace"))
        if b"\x00" in raw or "\x00" in request.path_info or "\ufffd" in request.path_info:
            return UNREADABLE, 400
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            return UNREADABLE, 400
        return "", 200
