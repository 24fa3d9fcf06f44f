"""What editors add to a search, kept in each process and renewed at once when they change it."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save

from caching import generation
from caching.memory import per_generation
from search.models import PinnedResult, SynonymGroup


@per_generation
def synonym_groups() -> tuple[tuple[str, ...], ...]:
    """The terms of every group that editors keep."""
    return tuple(group.term_list for group in SynonymGroup.objects.order_by("pk"))


@per_generation
def pinned_by_query() -> dict[str, tuple[int, ...]]:
    """Stems of a query to the pages that come first for it, first one first."""
    pinned: dict[str, tuple[int, ...]] = {}
    for pin in PinnedResult.objects.order_by("position", "pk"):
        pinned[pin.stems] = (*pinned.get(pin.stems, ()), pin.page_id)
    return pinned


def connect() -> None:
    """Renew in all processes, with the pages that are kept whole, once an editor's change is committed."""
    for model in (SynonymGroup, PinnedResult):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search.{model.__name__}.{id(signal)}")


def _changed(sender: type, **kwargs: Any) -> None:
    generation.renew_on_commit()
