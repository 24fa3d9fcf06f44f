"""Choosing at most five things for one person."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone, translation

from delivery.digest.sources import PERSONAL, DigestItem, sources
from delivery.interests import Interests
from delivery.models import DigestIssue

logger = logging.getLogger(__name__)

MOST = 5
#: What a matching theme and a matching group add to the weight.
OF_THEME = 4.0
OF_GROUP = 2.0
#: A digest that has waited longer (the mail server was away) is looked at again before it is sent.
FRESH_FOR = timedelta(minutes=15)


def choose(items: Iterable[DigestItem], interests: Interests, had: Collection[str] = ()) -> list[DigestItem]:
    """The best ones that suit these interests, without those in ``had`` and no key twice."""
    scored: dict[str, tuple[float, DigestItem]] = {}
    for item in items:
        score = _score(item, interests)
        if score is None or item.key in had:
            continue
        if item.key not in scored or scored[item.key][0] < score:
            scored[item.key] = (score, item)
    best = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].key))
    return [item for _score_of_it, item in best[:MOST]]


def _score(item: DigestItem, interests: Interests) -> float | None:
    """None when the item is about other groups and themes than this person's and does not concern them."""
    of_theme = bool(item.theme_ids & interests.theme_ids)
    of_group = bool(item.group_ids & interests.group_ids)
    names_some = bool(item.theme_ids or item.group_ids)
    has_some = bool(interests.theme_ids or interests.group_ids)
    if names_some and has_some and not of_theme and not of_group and item.weight < PERSONAL:
        return None
    return item.weight + OF_THEME * of_theme + OF_GROUP * of_group


def offered(user: Any, since: datetime) -> Iterable[DigestItem]:
    """What all sources have for this person. A source that fails is logged and holds up no other."""
    for name, source in sources():
        try:
            yield from source(user, since)
        except Exception:
            logger.exception("The source %s of the digest failed for account %s", name, user.pk)


def as_kept(item: DigestItem, language: str) -> dict[str, str]:
    """The item as an issue keeps it."""
    with translation.override(language):
        return {"key": item.key, "title": str(item.title), "url": item.url, "why": str(item.why)}


def still_offered(issue: DigestIssue, user: Any) -> list[dict[str, str]]:
    """What was chosen, without what this person may not see any more."""
    items: list[dict[str, str]] = issue.items
    if issue.created_at > timezone.now() - FRESH_FOR:
        return items
    keys = {item.key for item in offered(user, issue.since)}
    return [item for item in items if item["key"] in keys]
