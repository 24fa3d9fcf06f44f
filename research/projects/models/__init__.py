"""The network of Amsterdam and its project lines."""

from research.projects.models.index import NetworkPartner, ProjectIndexPage
from research.projects.models.line import ProjectLinePage
from research.projects.models.members import LineOrganisation, LineResearcher
from research.projects.models.roles import LineStatus, PartnerRole, ResearchRole

__all__ = [
    "LineOrganisation",
    "LineResearcher",
    "LineStatus",
    "NetworkPartner",
    "PartnerRole",
    "ProjectIndexPage",
    "ProjectLinePage",
    "ResearchRole",
]
