"""The menu beside the pages of one's own account, and names of members."""

from __future__ import annotations

from typing import Any, TypedDict

from django import template
from django.template import RequestContext

from accounts import menu
from accounts.models import User
from accounts.profiles import display_name

register = template.Library()


class ShownItem(TypedDict):
    """A line of the menu."""

    label: Any
    url: str
    icon: str
    is_current: bool


@register.simple_tag(takes_context=True)
def account_menu(context: RequestContext) -> list[ShownItem]:
    """The menu, with the page that is shown now."""
    request = context["request"]
    return [
        ShownItem(label=item.label, url=item.url, icon=item.icon, is_current=item.url == request.path)
        for item in menu.items(request.user)
    ]


@register.simple_tag(takes_context=True)
def name_of(context: RequestContext, user: User | None) -> str:
    """The name of a member as this reader may see it; of somebody who left: "Voormalig lid"."""
    return display_name(user, context["request"].user)
