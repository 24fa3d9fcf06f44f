"""Leerlabs as lists show them: three queries whatever their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabMembership, LeerlabPage, Thread
from leerlabs.standing import Asking, standing_in
from vocabulary.memory import KnownTerm
from vocabulary.page_terms import terms_of_pages


@dataclass(frozen=True, slots=True)
class LeerlabCard:
    """One Leerlab in a list."""

    leerlab: LeerlabPage
    url: str
    themes: tuple[KnownTerm, ...]
    members: int
    threads: int
    #: What the reader's membership is: ``active``, ``requested`` …, or empty.
    state: str
    #: Threads with something that the reader has not seen.
    unread: int = 0


def cards_of(
    leerlabs: Sequence[LeerlabPage], reader: Asking, unread: Mapping[int, int] | None = None
) -> list[LeerlabCard]:
    """The cards, in the order given; ``unread`` per Leerlab where that is shown."""
    ids = [leerlab.pk for leerlab in leerlabs]
    terms = terms_of_pages(LeerlabPage, ids)
    active = LeerlabMembership.objects.active().filter(leerlab_id__in=ids)
    members = dict(active.values_list("leerlab_id").annotate(Count("pk")).order_by())
    shown = Thread.objects.filter(leerlab_id__in=ids, hidden_at=None)
    threads = dict(shown.values_list("leerlab_id").annotate(Count("pk")).order_by())
    return [
        LeerlabCard(
            leerlab=leerlab,
            url=page_of(leerlab),
            themes=terms[leerlab.pk].themes,
            members=members.get(leerlab.pk, 0),
            threads=threads.get(leerlab.pk, 0),
            state=standing_in(reader, leerlab.pk).state,
            unread=(unread or {}).get(leerlab.pk, 0),
        )
        for leerlab in leerlabs
    ]
