"""The content of the mail about one event."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from delivery.kinds import Message
from delivery.mail.content import Content, one_line, with_inlined_style
from delivery.mail.links import EndingLinks
from delivery.site_address import absolute
from delivery.targets import Target


def render(message: Message, why: str, target: Target | None, links: EndingLinks) -> Content:
    """The mail in the active language. ``why`` is a sentence; ``target`` names what one stops by unsubscribing."""
    values: dict[str, Any] = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "subject": one_line(message.title),
        "title": one_line(message.title, 300),
        "paragraphs": [line.strip() for line in message.text.splitlines() if line.strip()],
        "url": absolute(message.url),
        "why": why,
        "target": one_line(str(target.title), 200) if target else "",
        "links": links,
    }
    return Content(
        values["subject"],
        render_to_string("delivery/mail/notification.txt", values).strip() + "\n",
        with_inlined_style(render_to_string("delivery/mail/notification.html", values)),
    )
