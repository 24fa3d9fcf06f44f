"""Showing what rooms above add to a content page."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from editorial.page_sections import Section, sections_of

register = template.Library()


@register.simple_tag(takes_context=True)
def page_sections(context: Context) -> SafeString:
    """Every section of the page of this context, each below its heading."""
    sections = sections_of(context["page"])
    return format_html_join(
        "\n",
        '<section class="page-section" aria-labelledby="{}">'
        '<h2 class="page-section__title" id="{}">{}</h2>{}</section>',
        ((section.anchor, section.anchor, section.title, _body(section, context)) for section in sections),
    )


def _body(section: Section, context: Context) -> SafeString:
    variables: dict[str, Any] = {str(name): value for name, value in context.flatten().items()}
    variables |= {**section.context, "section": section}
    return SafeString(render_to_string(section.template, variables, request=context.get("request")))
