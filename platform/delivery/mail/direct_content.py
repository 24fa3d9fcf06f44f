"""The content of a mail outside the notifications."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

from delivery.mail.content import Content, one_line, with_inlined_style


def render(template: str, context: Mapping[str, Any]) -> Content:
    """Subject, text and HTML from the templates whose names begin so; HTML made of the text where there is none."""
    values = {"site_name": settings.WAGTAIL_SITE_NAME, "site_url": settings.SITE_URL, **context}
    subject = one_line(render_to_string(f"{template}_subject.txt", values))
    message = render_to_string(f"{template}_message.txt", values).strip()
    values |= {"subject": subject, "message": message}
    text = render_to_string("delivery/mail/direct.txt", values).strip() + "\n"
    try:
        html = render_to_string(f"{template}_message.html", values)
    except TemplateDoesNotExist as absent:
        if absent.args[0] != f"{template}_message.html":
            raise
        html = render_to_string("delivery/mail/direct.html", values)
    return Content(subject, text, with_inlined_style(html))
