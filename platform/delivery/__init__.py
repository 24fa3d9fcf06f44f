"""Who hears of what, when, and never twice: notifications on the site, mail and the digest.

A room says what happened with :func:`announce`, and who may hear of it with :mod:`delivery.kinds`.
"""

from __future__ import annotations

from typing import Any


def announce(
    kind: str,
    *,
    about: str,
    context: tuple[str, ...] = (),
    actor_id: int | None = None,
    data: dict[str, Any],
    key: str,
) -> None:
    """Say, inside the transaction of the change, that something happened; said twice is told once.

    ``kind`` is a name registered in :mod:`delivery.kinds`. ``about`` and ``context`` are what people can
    subscribe to, the nearest first ("thread:12", then "leerlab:3"). Who did it never hears of it. ``data`` is
    what the kind needs later, as JSON can hold it; ``key`` is the same whenever the same thing is said.
    """
    from delivery.announcing import record

    record(kind, about=about, context=context, actor_id=actor_id, data=data, key=key)


__all__ = ["announce"]
