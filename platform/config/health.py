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

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 with ``{"status": "ok"}``, 503 with ``"failing"`` without the database or the cache.

    Without the index, or with mail that does not leave, it is 200 with ``"limited"``: a simple search answers and
    mail waits, so there is no reason to take the site out of service.
    """
    parts = {"database": _works(_database), "cache": _works(_cache), "index": _works(_index), "mail": _works(_mail)}
    in_service = parts["database"] and parts["cache"]
    working = "ok" if parts["index"] and parts["mail"] else "limited"
    status = working if in_service else "failing"
    answer = {"status": status, **{name: "ok" if works else "unavailable" for name, works in parts.items()}}
    return JsonResponse(answer, status=200 if in_service else 503)


def _works(part: Callable[[], object]) -> bool:
    try:
        part()
    except Exception as problem:
        logger.warning("Health: %s does not work: %s", part.__name__.strip("_"), problem)
        return False
    return True


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _cache() -> None:
    word = secrets.token_hex(4)
    cache.set(f"health-{word}", word, 10)
    if cache.get(f"health-{word}") != word:
        raise ConnectionError("what was put in the cache was not there")
    cache.delete(f"health-{word}")


def _index() -> None:
    current_engine().count()


def _mail() -> None:
    if is_late():
        raise TimeoutError("mail waits and none leaves; `manage.py delivery status` says more")
