"""Records of what is public, and the counter that orders their changes."""

from harvesting.models.counter import ChangeCounter
from harvesting.models.record import PublicRecord, RecordSet

__all__ = ["ChangeCounter", "PublicRecord", "RecordSet"]
