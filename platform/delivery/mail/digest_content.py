"""The content of a digest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from delivery.mail.content import Content, one_line, with_inlined_style
from delivery.mail.links import EndingLinks
from delivery.models import DigestRhythm
from delivery.site_address import absolute


def render(items: Sequence[dict[str, str]], rhythm: str, links: EndingLinks) -> Content:
    """The digest in the active language. An item has a title, a url (a path) and a ``why``."""
    subject = one_line(_("%(title)s (en meer)") % {"title": items[0]["title"]} if len(items) > 1 else items[0]["title"])
    values: dict[str, Any] = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "subject": subject,
        "items": [{**item, "title": one_line(item["title"], 300), "url": absolute(item["url"])} for item in items],
        "daily": rhythm == DigestRhythm.DAILY,
        "links": links,
    }
    return Content(
        subject,
        render_to_string("delivery/mail/digest.txt", values).strip() + "\n",
        with_inlined_style(render_to_string("delivery/mail/digest.html", values)),
    )
