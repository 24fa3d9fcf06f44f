"""The bell, and the choice of what one hears, on pages of the site."""

from __future__ import annotations

from typing import Any

from django import template

from delivery import reading, subscriptions
from delivery.models import Level

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


@register.inclusion_tag("delivery/level_choice.html", takes_context=True)
def notification_level(context: dict[str, Any], target: str, *wider: str) -> dict[str, Any]:
    """The form with which a member chooses how much they hear of ``target``: "thread:12", then wider ones."""
    request = context["request"]
    chosen = subscriptions.chosen_level(request.user, target)
    current = chosen or subscriptions.level_of(request.user, target, *wider)
    return {
        "target": target,
        "levels": [{"value": level.value, "label": level.label, "checked": level == current} for level in Level],
        "here": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
