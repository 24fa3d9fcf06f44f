"""What is news on the site: pages that became public, or changed in substance, in the last two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from editorial.models import ContentPage
from editorial.publicity import public
from search import registry

#: As far as each look goes back: what a search engine that was away, or lagged, did not find, is found next time.
LOOK_BACK = timedelta(days=14)
#: More news than this is looked at from its newest end.
MOST_NEWS = 1_000


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page and the moment that made it news."""

    page_id: int
    since: datetime


def new_pages(now: datetime | None = None) -> list[NewPage]:
    """The news of this moment, the newest first; a query for each kind of page."""
    horizon = (now or timezone.now()) - LOOK_BACK
    found = [page for model in registry.registered_models() for page in _of_kind(model, horizon)]
    found.sort(key=lambda page: (page.since, page.page_id), reverse=True)
    return found[:MOST_NEWS]


def _of_kind(model: type, horizon: datetime) -> Iterator[NewPage]:
    if not issubclass(model, ContentPage):
        return
    changed = Q(substantially_changed_on__gte=timezone.localdate(horizon), last_published_at__gte=horizon)
    rows = (
        public(model._default_manager.filter(Q(first_published_at__gte=horizon) | changed))
        .order_by("-last_published_at")
        .values_list("pk", "first_published_at", "last_published_at")[:MOST_NEWS]
    )
    for page_id, first, last in rows:
        yield NewPage(page_id, first if first and first >= horizon else last)
