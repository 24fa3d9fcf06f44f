"""Mails to people who reported something without an account."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from delivery import direct
from leerlabs.models import Decision, Report

_SALT = "leerlabs.appeal"


def acknowledge(report: Report, title: str) -> None:
    """That it came in, and what happens with it. Nothing of what was filled in, so nobody mails others through us."""
    _send(report, "report_received", {"title": title}, "received")


def answer(report: Report, decision: Decision) -> None:
    """What was decided, why, and how to appeal."""
    _send(report, "report_answered", {"decision": decision, "url": appeal_url(report)}, "answered")


def answer_appeal(report: Report, decision: Decision) -> None:
    """What was decided on the appeal; there is no further one here."""
    _send(report, "appeal_answered", {"decision": decision}, f"appeal:{decision.pk}")


def appeal_url(report: Report) -> str:
    """The address at which somebody without an account appeals."""
    token = signing.dumps(str(report.uuid), salt=_SALT, compress=False)
    return settings.SITE_URL + reverse("leerlabs:appeal_by_link", args=[token])


def report_behind(token: str) -> Report | None:
    """The report whose answer carried this link; None for a link that was not made here."""
    try:
        uuid = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    rows = Report.objects.select_related("decision").filter(uuid=uuid, decision__isnull=False)
    return rows.exclude(reporter_email="").first()


def _send(report: Report, template: str, context: dict[str, Any], occasion: str) -> None:
    key = f"leerlabs:report:{report.pk}:{occasion}"
    direct.send(report.reporter_email, f"leerlabs/mail/{template}", {"reported_on": report.created_at, **context}, key)
