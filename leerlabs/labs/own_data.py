"""What Leerlabs themselves keep of a person: taking part, invitations, reports, decisions, appeals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from accounts import own_data, retention
from accounts.models import User
from accounts.own_data import ExportedFile
from leerlabs.models import Appeal, Decision, LeerlabInvitation, LeerlabMembership, Report
from organisations.verified_addresses import verified_addresses


def connect() -> None:
    """Take part in export, erasure and retention; called once, when the app is ready."""
    own_data.register("leerlabs", export=export, erase=erase)
    retention.register("leerlab_invitations", setting="LEERLAB_INVITATIONS_DAYS", carry_out=forget_invitations)
    retention.register("leerlab_reporters", setting="LEERLAB_REPORTERS_DAYS", carry_out=forget_reporters)


def export(user: User) -> Iterator[ExportedFile]:
    """Where one takes or took part, what one reported, and what was decided about one."""
    memberships = LeerlabMembership.objects.filter(user=user).order_by("pk")
    yield ExportedFile(
        "deelnames.json",
        list(
            memberships.values(
                "leerlab__title", "role", "state", "is_shown", "motivation", "asked_at", "joined_at", "left_at"
            )
        ),
    )
    invitations = LeerlabInvitation.objects.filter(email__in=_addresses(user)).order_by("pk")
    yield ExportedFile(
        "uitnodigingen.json", list(invitations.values("leerlab__title", "email", "role", "created_at", "accepted_at"))
    )
    reports = Report.objects.filter(reporter=user).order_by("pk")
    yield ExportedFile(
        "meldingen.json",
        list(reports.values("target_kind", "reason", "explanation", "created_at", "decision__action")),
    )
    decisions = Decision.objects.filter(concerned=user).order_by("pk")
    yield ExportedFile("besluiten.json", list(decisions.values("target_kind", "action", "reason", "decided_at")))
    appeals = Appeal.objects.filter(by=user).order_by("pk")
    yield ExportedFile("bezwaren.json", list(appeals.values("text", "created_at", "outcome__action")))


def erase(user: User) -> None:
    """Taking part and invitations go. Reports and appeals stay as the grounds of decisions, without who and what."""
    addresses = _addresses(user)
    LeerlabInvitation.objects.filter(email__in=addresses).delete()
    for membership in LeerlabMembership.objects.filter(user=user):
        membership.delete()
    Report.objects.filter(reporter=user).update(reporter=None, explanation="")
    Report.objects.filter(reporter_email__in=addresses).update(reporter_email="", reporter_name="", explanation="")
    Appeal.objects.filter(by=user).update(by=None, text="")


def forget_invitations(before: datetime) -> int:
    """Invitations that ended before this moment, one way or another."""
    return int(LeerlabInvitation.objects.filter(expires_at__lt=before).delete()[0])


def forget_reporters(before: datetime) -> int:
    """Who reported something without an account, once that was decided before this moment."""
    decided = Report.objects.filter(decision__decided_at__lt=before).exclude(reporter_email="")
    return decided.update(reporter_email="", reporter_name="")


def _addresses(user: User) -> set[str]:
    return {user.email.lower(), *verified_addresses(user)}
