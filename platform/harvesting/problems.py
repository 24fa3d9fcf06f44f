"""What went wrong, as machines read it (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse

CONTENT_TYPE = "application/problem+json"


def problem(request: HttpRequest, status: int, detail: str, **extra: Any) -> JsonResponse:
    """An answer that says what is the matter, in one sentence for whoever reads the log."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.path,
        **extra,
    }
    return JsonResponse(body, status=status, content_type=CONTENT_TYPE)
