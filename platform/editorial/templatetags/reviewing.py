"""What a reader is told of a page that nobody looked at when the day came."""

from __future__ import annotations

from django import template
from django.template import Context

from accounts.models import User
from editorial.models import ContentPage
from editorial.review import Unchecked, unchecked
from editorial.review_confirming import may_confirm

register = template.Library()

_FOUND = "unchecked_page"


@register.simple_tag(takes_context=True)
def unchecked_page(context: Context) -> Unchecked | None:
    """What to say of the page of this context; looked up once for a page."""
    page = context.get("page")
    if not isinstance(page, ContentPage):
        return None
    kept = page.__dict__
    if _FOUND not in kept:
        kept[_FOUND] = unchecked(page)
    found: Unchecked | None = kept[_FOUND]
    return found


@register.simple_tag(takes_context=True)
def may_confirm_page(context: Context) -> bool:
    """Whether who reads may say that the page of this context is still right."""
    page, user = context.get("page"), context.get("user")
    return isinstance(page, ContentPage) and isinstance(user, User) and may_confirm(user, page)
