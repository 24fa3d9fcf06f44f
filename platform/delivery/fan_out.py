"""Telling an event: in batches, to those who may hear and want to, as it is at this moment."""

from __future__ import annotations

from django_tasks import task


@task(queue_name="mail")
def tell(event_id: int) -> int:
    """Make the notifications and mails of an event; how many people hear of it."""
    return 0
