"""The interface language, from the address alone: English below ``/en/``, Dutch everywhere else."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponse]


def language_of(request: HttpRequest) -> str:
    """The code of the language that the address asks for."""
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


class LanguageFromPathMiddleware:
    """Activates the language of the address; no header and no cookie, so that caches may keep every page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
