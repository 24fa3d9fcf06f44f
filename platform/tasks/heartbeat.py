"""Which workers are alive: each says so in the database every few seconds."""

from __future__ import annotations

import os
import secrets
import socket
from datetime import timedelta

from django.utils import timezone

from tasks.models import Worker

#: Seconds between two signs of life.
BEAT_SECONDS = 10.0
#: A worker that was silent for so long is taken for dead, and its tasks are given to another.
LOST_AFTER = timedelta(seconds=60)


def new_worker_id() -> str:
    """A name for this process that no other has, with its machine and number for whoever reads the log."""
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"


def beat(worker_id: str) -> None:
    """Say that this worker is alive."""
    Worker.objects.bulk_create(
        [Worker(id=worker_id, seen_at=timezone.now())],
        update_conflicts=True,
        update_fields=["seen_at"],
        unique_fields=["id"],
    )


def sign_off(worker_id: str) -> None:
    """Say that this worker has ended, so that nobody waits for it."""
    Worker.objects.filter(pk=worker_id).delete()


def alive(lost_after: timedelta = LOST_AFTER) -> set[str]:
    """The names of the workers seen within ``lost_after``; the others are forgotten."""
    limit = timezone.now() - lost_after
    Worker.objects.filter(seen_at__lt=limit).delete()
    return set(Worker.objects.values_list("pk", flat=True))
