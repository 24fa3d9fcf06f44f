"""Meetings of the networks."""

from networks.models.meeting import MeetingPage
from networks.models.listings import AgendaPage

__all__ = ["AgendaPage", "MeetingPage"]
