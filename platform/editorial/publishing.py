"""The one place that keeps a page with an obstacle from going public, whichever way it is published."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import pre_save
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from accounts.models import User
from delivery import direct
from editorial.rights import Obstacle, obstacles_to_publishing

logger = logging.getLogger(__name__)

#: In a page's history: its time had come, and it was held back.
HELD_BACK = "editorial.held_back"


class PublishingRefusedError(PublishPermissionError):
    """A page may not be published as it is; ``obstacles`` says why."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(" ".join(obstacle.message for obstacle in obstacles))
        self.obstacles = tuple(obstacles)


def connect() -> None:
    """Start watching what is saved; called once, when the app is ready."""
    pre_save.connect(refuse_to_publish, dispatch_uid="editorial.refuse_to_publish")
    pre_save.connect(refuse_to_schedule, sender=Revision, dispatch_uid="editorial.refuse_to_schedule")


def refuse_to_publish(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Raises :class:`PublishingRefusedError` when this save would show another version of a page to readers.

    A save of a few fields shows no other text: copying a published page books its revision that way.
    """
    if raw or not isinstance(instance, Page) or not instance.live or not instance.live_revision_id:
        return
    if (update_fields := kwargs.get("update_fields")) is not None and "live" not in update_fields:
        return
    before = Page.objects.filter(pk=instance.pk).values_list("live", "live_revision_id").first()
    if before != (True, instance.live_revision_id):
        _refuse_if_unpublishable(instance)


def refuse_to_schedule(sender: type[Revision], instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """Raises :class:`PublishingRefusedError` when this save would have a version of a page go public later."""
    update_fields = kwargs.get("update_fields")
    if raw or instance.approved_go_live_at is None:
        return
    if update_fields is None or "approved_go_live_at" in update_fields:
        page = instance.as_object()
        if isinstance(page, Page):
            _refuse_if_unpublishable(page)


def hold_back_unpublishable() -> int:
    """Take pages off the schedule whose time has come and that have an obstacle by now; how many.

    A picture can lose its rights between planning and publishing. The draft stays, the page's history says
    what happened, and who planned it gets a mail.
    """
    held_back = 0
    for revision in Revision.page_revisions.filter(approved_go_live_at__lt=timezone.now()):
        page = revision.as_object()
        if obstacles := obstacles_to_publishing(page):
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(instance=page, action=HELD_BACK, revision=revision, data={"reasons": [o.message for o in obstacles]})
            logger.warning("%s was not published on schedule: %s", page, obstacles[0].message)
            _tell(revision, page, obstacles)
            held_back += 1
    return held_back


def _tell(revision: Revision, page: Page, obstacles: Sequence[Obstacle]) -> None:
    planner: User | None = revision.user
    if planner is None or not planner.is_active:
        return
    context = {
        "page": page,
        "obstacles": obstacles,
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
        "why": _("Je krijgt deze mail omdat je deze pagina had ingepland."),
    }
    key = f"editorial:held-back:{revision.pk}"
    direct.send(planner.email, "editorial/mail/held_back", context, key, language=settings.LANGUAGE_CODE)


def _refuse_if_unpublishable(page: Page) -> None:
    if obstacles := obstacles_to_publishing(page):
        raise PublishingRefusedError(obstacles)
