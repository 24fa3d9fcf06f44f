"""Advice on a text, in the admin's own templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Model
from wagtail.models import Page

from editorial.checks import report_on

register = template.Library()


@register.inclusion_tag("editorial/admin/text_advice.html")
def text_advice(item: Model) -> dict[str, Any]:
    """What the checks say of a page as it is in memory."""
    return {"report": report_on(item) if isinstance(item, Page) else None}
