"""Who asks."""

from __future__ import annotations

from django.http import HttpRequest


def signed_in(request: HttpRequest) -> bool:
    """Whether a member asks. A page that uses this is never kept for anonymous readers with an answer of yes."""
    return bool(request.user.is_authenticated)
