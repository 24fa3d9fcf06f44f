"""Recording what happened, and having it told."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from delivery.models import Event


def record(
    kind: str, *, about: str, context: tuple[str, ...], actor_id: int | None, data: dict[str, Any], key: str
) -> None:
    """See :func:`delivery.announce`. The task is in the same transaction: event and telling, or neither."""
    from delivery.fan_out import tell

    with transaction.atomic():
        event, is_new = Event.objects.get_or_create(
            key=key,
            defaults={"kind": kind, "about": about, "context": list(context), "actor_id": actor_id, "data": data},
        )
        if is_new:
            tell.enqueue(event.pk)
