"""What a page of a practice shows of the member who reads it."""

from __future__ import annotations

from django import template
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from practices.models import TryOut

register = template.Library()


@register.simple_tag
def tryout_of(user: User | AnonymousUser | None, page_id: int) -> TryOut | None:
    """The try-out of this practice that this member is in the middle of; a visitor has none and costs no query."""
    if user is None or not user.is_authenticated:
        return None
    return TryOut.objects.filter(user=user, page_id=page_id, withdrawn_at=None, answered_at=None).first()
