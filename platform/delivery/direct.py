"""One mail outside the notifications: an invitation, an acknowledgement, a code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.validators import validate_email
from django.utils import timezone, translation

from delivery.mail.direct_content import render
from delivery.models import MailKind, OutgoingMail


def send(
    to: str,
    template: str,
    context: Mapping[str, Any],
    key: str,
    *,
    language: str | None = None,
    useful_for: timedelta | None = None,
) -> None:
    """Put one mail in the queue, inside the transaction of what it is about; the same ``key`` is sent once.

    ``template`` is the first part of the names of its templates: ``<template>_subject.txt`` and
    ``<template>_message.txt``, and ``<template>_message.html`` when it has one (it extends
    ``delivery/mail/base.html``); without it the text is set in the look of the site. They are rendered now, in
    ``language`` or the active one, with ``site_name`` and ``site_url`` added. ``why`` in the context says in
    the footer why they get it. After ``useful_for`` (a code that expired) it is not sent any more.

    Raises ValidationError for what is no e-mail address, TemplateDoesNotExist without the templates.
    """
    validate_email(to)
    with translation.override(language or translation.get_language() or settings.LANGUAGE_CODE):
        content = render(template, context)
    OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(
                key=f"direct:{key}",
                kind=MailKind.DIRECT,
                address=to,
                subject=content.subject,
                text=content.text,
                html=content.html,
                useful_until=timezone.now() + useful_for if useful_for else None,
            )
        ],
        ignore_conflicts=True,
    )
