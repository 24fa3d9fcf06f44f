"""Plain mails to editors, in Dutch."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise

logger = logging.getLogger(__name__)


def mail_editor(address: str, subject: Promise | str, template: str, context: dict[str, Any]) -> bool:
    """Send one mail; whether it went out. A mail server that refuses is logged and stops nothing else."""
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(template, {"site_name": settings.WAGTAIL_SITE_NAME, **context})
        subject_line = str(subject)
    try:
        return bool(send_mail(subject_line, text, None, [address]))
    except OSError:
        logger.exception("The mail “%s” could not be sent to %s", subject_line, address)
        return False
