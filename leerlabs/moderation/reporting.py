"""Reporting something: with an account or without."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from leerlabs.models import Report
from leerlabs.moderation import telling
from leerlabs.moderation.targets import Target


@dataclass(frozen=True, slots=True)
class Notice:
    """What somebody says about it. Without an account there is a name and an address to answer to."""

    reason: str
    explanation: str
    form_token: uuid.UUID
    reporter: User | None = None
    name: str = ""
    email: str = ""


@transaction.atomic
def report(target: Target, notice: Notice) -> Report:
    """Keep it, acknowledge it, and tell those who decide; the same form sent twice is one report."""
    made, is_new = Report.objects.get_or_create(
        form_token=notice.form_token,
        defaults={
            "target_kind": target.kind,
            "target_key": target.key,
            "leerlab": target.leerlab,
            "excerpt": target.excerpt,
            "reason": notice.reason,
            "explanation": notice.explanation,
            "reporter": notice.reporter,
            "reporter_name": "" if notice.reporter else notice.name,
            "reporter_email": "" if notice.reporter else notice.email,
        },
    )
    if is_new:
        telling.reported(made, target.title)
    return made
