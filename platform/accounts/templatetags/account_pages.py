"""The menu beside the pages of one's own account, and names of members."""

from __future__ import annotations

from django import template
from django.template import RequestContext

from accounts import menu
from accounts.models import User
from accounts.profiles import display_name

register = template.Library()


@register.simple_tag(takes_context=True)
def account_menu(context: RequestContext) -> tuple[menu.MenuGroup, ...]:
    """The pages of one's own account, in groups."""
    return menu.groups(context["request"].user)


@register.simple_tag(takes_context=True)
def name_of(context: RequestContext, user: User | None) -> str:
    """The name of a member as this reader may see it; of somebody who left: "Voormalig lid"."""
    return display_name(user, context["request"].user)
