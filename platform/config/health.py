"""``/gezond/``: whether the site can do its work, for a load balancer or a container engine."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from delivery.status import is_late
from search.engines import current_engine
from search.indexing.provenance import is_current

logger = logging.getLogger(__name__)

_WELL = "ok"


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 with ``{"status": "ok"}``, 503 with ``"failing"`` without the database or the cache.

    Without the index, or with mail that does not leave, it is 200 with ``"limited"``: a simple search answers and
    mail waits, so there is no reason to take the site out of service. So it is with an index that an update made
    ``"outdated"``, until the worker has made a new one.
    """
    parts = {"database": _state(_database), "cache": _state(_cache), "index": _state(_index), "mail": _state(_mail)}
    in_service = parts["database"] == parts["cache"] == _WELL
    status = "failing" if not in_service else "ok" if set(parts.values()) == {_WELL} else "limited"
    return JsonResponse({"status": status, **parts}, status=200 if in_service else 503)


def _state(part: Callable[[], str | None]) -> str:
    """What the part says of itself; nothing means that it is well."""
    try:
        return part() or _WELL
    except Exception as problem:
        logger.warning("Health: %s does not work: %s", part.__name__.strip("_"), problem)
        return "unavailable"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _cache() -> None:
    word = secrets.token_hex(4)
    cache.set(f"health-{word}", word, 10)
    if cache.get(f"health-{word}") != word:
        raise ConnectionError("what was put in the cache was not there")
    cache.delete(f"health-{word}")


def _index() -> str | None:
    engine = current_engine()
    engine.count()
    return None if is_current(engine) else "outdated"


def _mail() -> None:
    if is_late():
        raise TimeoutError("mail waits and none leaves; `manage.py delivery status` says more")
