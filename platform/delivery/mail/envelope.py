"""A mail as the mail server gets it: content with its headers."""

from __future__ import annotations

import re

from django.core.mail import EmailMultiAlternatives

from delivery.mail.content import Content
from delivery.models import OutgoingMail
from delivery.site_address import host


def address_mail(mail: OutgoingMail, to: str, content: Content, unsubscribe_url: str = "") -> EmailMultiAlternatives:
    """Text and HTML to this address. With an ``unsubscribe_url`` mail programs show a button for it (RFC 8058)."""
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    if mail.event is not None:
        # Mail programs put mails about the same thing together.
        headers["References"] = f"<{re.sub('[^A-Za-z0-9.-]', '-', mail.event.about)}@{host()}>"
    if unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(content.subject, content.text, None, [to], headers=headers)
    message.attach_alternative(content.html, "text/html")
    return message
