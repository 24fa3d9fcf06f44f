"""Who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User


def signed_in(request: HttpRequest) -> bool:
    """Whether a member asks. A page that uses this is never kept for anonymous readers with an answer of yes."""
    return bool(request.user.is_authenticated)


def member(request: HttpRequest) -> User:
    """The member who asks, in views that ask to sign in first. Raises PermissionDenied for a visitor."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user
