"""Meetings of the networks."""

from networks.models.listings import AgendaPage
from networks.models.meeting import MeetingPage

__all__ = ["AgendaPage", "MeetingPage"]
