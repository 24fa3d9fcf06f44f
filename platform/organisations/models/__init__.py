"""Organisations that content, people and later scans belong to."""

from organisations.models.municipality import Municipality
from organisations.models.organisation import Organisation, OrganisationKind

__all__ = ["Municipality", "Organisation", "OrganisationKind"]
