"""Who wants to hear how much of what: the nearest target for which somebody chose wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from delivery.models import Level, Subscription

DEFAULT = Level.CONCERNED


def level_of(user: Any, target: str, *wider: str) -> Level:
    """How much this person hears of the target; ``wider`` targets count, nearest first, when they chose nothing."""
    return levels_of([user.pk], [target, *wider]).get(user.pk, DEFAULT)


def chosen_level(user: Any, target: str) -> Level | None:
    """What this person chose for just this target; None when nothing."""
    level = Subscription.objects.filter(user_id=user.pk, target=target).values_list("level", flat=True).first()
    return Level(level) if level else None


def choices_of(user: Any) -> QuerySet[Subscription]:
    """Everything for which this person chose."""
    return Subscription.objects.filter(user_id=user.pk).order_by("target")


def set_level(user: Any, target: str, level: str | None) -> None:
    """Keep a choice; None forgets it, so that the wider target counts again. Raises ValueError for another word."""
    if level is None:
        Subscription.objects.filter(user_id=user.pk, target=target).delete()
        return
    Subscription.objects.update_or_create(user_id=user.pk, target=target, defaults={"level": Level(level)})


def levels_of(user_ids: Collection[int], targets: Sequence[str]) -> dict[int, Level]:
    """The levels of these people for targets that go from near to wide, in one query; the others have the default."""
    chosen: dict[int, dict[str, str]] = defaultdict(dict)
    rows = Subscription.objects.filter(user_id__in=user_ids, target__in=targets)
    for user_id, target, level in rows.values_list("user_id", "target", "level"):
        chosen[user_id][target] = level
    return {user_id: Level(next(of[t] for t in targets if t in of)) for user_id, of in chosen.items()}


def followers(targets: Sequence[str]) -> Iterable[int]:
    """Those who chose "all" for one of these targets, one by one."""
    rows = Subscription.objects.filter(target__in=targets, level=Level.ALL)
    return rows.order_by("user_id").values_list("user_id", flat=True).distinct().iterator(chunk_size=500)
