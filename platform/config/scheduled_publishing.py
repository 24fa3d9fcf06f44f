"""Publishing and unpublishing at the moment that an editor chose."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Revision

logger = logging.getLogger(__name__)

EVERY_SECONDS = 60.0


def publish_scheduled() -> None:
    """Unpublish what has expired and publish what is due.

    Each in a transaction of its own, with its outbox row in it, so that one page that cannot be published
    stops no other; Wagtail's command of this name has neither.
    """
    for name, change in (*_expired(), *_due()):
        try:
            with transaction.atomic():
                change()
        except Exception:
            logger.exception("%s could not be published or unpublished on schedule", name)


def _expired() -> Iterator[tuple[str, Callable[[], object]]]:
    now = timezone.now()
    models: Iterable[type[Any]] = apps.get_models()
    for model in models:
        # Of the pages the common model stands for all.
        if issubclass(model, DraftStateMixin) and not model._meta.parents:
            for item in model._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at"):
                yield (
                    str(item),
                    partial(item.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled"),
                )


def _due() -> Iterator[tuple[str, Callable[[], object]]]:
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
    for revision in due:
        yield str(revision), partial(revision.publish, log_action="wagtail.publish.scheduled")
