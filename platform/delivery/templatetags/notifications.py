"""The bell on pages of the site."""

from __future__ import annotations

from typing import Any

from django import template

from delivery import reading

register = template.Library()


@register.inclusion_tag("delivery/bell.html", takes_context=True)
def notification_bell(context: dict[str, Any]) -> dict[str, Any]:
    """A bell with how many are new, for who is signed in; nothing for others. One query."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or not user.is_authenticated:
        return {"signed_in": False}
    # The header shows its tools twice: for wide and for narrow screens.
    if not hasattr(request, "unread_notifications"):
        request.unread_notifications = reading.unread_count(user)
    return {"signed_in": True, "unread": request.unread_notifications}
