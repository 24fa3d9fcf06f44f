"""What this room keeps of a person, for their archive and for when they leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from accounts.models import User
from accounts.own_data import ExportedFile
from organisations.models import (
    AllianceApplication,
    ApplicationState,
    MembershipRequest,
    OrganisationInvitation,
    OrganisationMembership,
    RegisterImport,
)
from organisations.verified_addresses import verified_addresses


def export(user: User) -> Iterator[ExportedFile]:
    """Memberships, requests, invitations and applications of this person."""
    addresses = _addresses(user)
    memberships = user.organisation_memberships.select_related("organisation")
    yield ExportedFile("memberships.json", [_membership(row) for row in memberships])
    requests = user.membership_requests.select_related("organisation")
    yield ExportedFile("requests.json", [_request(row) for row in requests])
    invitations = OrganisationInvitation.objects.filter(_invited(user, addresses)).select_related("organisation")
    yield ExportedFile("invitations.json", [_invitation(row) for row in invitations])
    applications = AllianceApplication.objects.filter(email__in=addresses)
    yield ExportedFile("applications.json", [_application(row) for row in applications])


def erase(user: User) -> None:
    """All of it goes. An application that was decided stays as the record of that decision, without who asked."""
    addresses = _addresses(user)
    OrganisationInvitation.objects.filter(_invited(user, addresses)).delete()
    user.membership_requests.all().delete()
    user.organisation_memberships.all().delete()
    applications = AllianceApplication.objects.filter(email__in=addresses)
    applications.filter(state=ApplicationState.PENDING).delete()
    forget_applicants(applications)
    RegisterImport.objects.filter(made_by=user).delete()


def forget_applicants(applications: Any) -> int:
    """Take out of applications who asked and why; how many there were."""
    return int(applications.update(contact_name="", email="", motivation="", reason=""))


def _addresses(user: User) -> set[str]:
    return {user.email.lower(), *verified_addresses(user)}


def _invited(user: User, addresses: set[str]) -> Q:
    return Q(email__in=addresses) | Q(accepted_by=user)


def _membership(row: OrganisationMembership) -> dict[str, object]:
    return {
        "organisation": row.organisation.name,
        "role": row.role,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "confirmed_by": row.confirmed_by,
    }


def _request(row: MembershipRequest) -> dict[str, object]:
    return {
        "organisation": row.organisation.name,
        "message": row.message,
        "state": row.state,
        "created_at": row.created_at,
        "decided_at": row.decided_at,
    }


def _invitation(row: OrganisationInvitation) -> dict[str, object]:
    return {
        "organisation": row.organisation.name,
        "email": row.email,
        "role": row.role,
        "created_at": row.created_at,
        "accepted_at": row.accepted_at,
    }


def _application(row: AllianceApplication) -> dict[str, object]:
    return {
        "organisation": row.name,
        "contact_name": row.contact_name,
        "email": row.email,
        "motivation": row.motivation,
        "state": row.state,
        "reason": row.reason,
        "created_at": row.created_at,
    }
