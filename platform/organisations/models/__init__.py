"""Organisations, who belongs to them, and how they join."""

from organisations.models.application import AllianceApplication, ApplicationState
from organisations.models.invitation import OrganisationInvitation
from organisations.models.mail_domain import OrganisationMailDomain
from organisations.models.membership import ConfirmedBy, MembershipRole, OrganisationMembership
from organisations.models.membership_request import MembershipRequest, RequestState
from organisations.models.merged_organisation import MergedOrganisation
from organisations.models.municipality import Municipality
from organisations.models.organisation import Organisation, OrganisationKind
from organisations.models.register_import import RegisterImport

__all__ = [
    "AllianceApplication",
    "ApplicationState",
    "ConfirmedBy",
    "MembershipRequest",
    "MembershipRole",
    "MergedOrganisation",
    "Municipality",
    "Organisation",
    "OrganisationInvitation",
    "OrganisationKind",
    "OrganisationMailDomain",
    "OrganisationMembership",
    "RegisterImport",
    "RequestState",
]
