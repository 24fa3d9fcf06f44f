"""Later figures: who saved a verantwoording hears of them, once an edition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task
from wagtail.signals import page_published

import delivery
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from practices.justifying.figures_in_words import change_text
from practices.justifying.models import Justification
from practices.justifying.snapshots import differences, differences_between, figures_of
from practices.models import InterventionPage

NEWER = "justification_newer_figures"


def connect() -> None:
    """Tell delivery what can happen; called once, when the app is ready."""
    kinds.register(Kind(NEWER, _owner, _is_theirs, _present))
    page_published.connect(_on_publication, sender=InterventionPage, dispatch_uid="justifying.published")


def target(justification_id: int) -> str:
    """What one subscribes to."""
    return f"verantwoording:{justification_id}"


def _on_publication(instance: InterventionPage, **_: Any) -> None:
    tell_of_newer_figures.enqueue(instance.pk)


@task()
def tell_of_newer_figures(page_id: int) -> int:
    """Tell whoever keeps a verantwoording of this page with other figures; how many times was said so.

    Run again, or side by side, nothing is said twice: an event is one for a verantwoording and an edition.
    """
    page = InterventionPage.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    now, said = figures_of(page), 0
    rows = Justification.objects.filter(page=page, owner__isnull=False).only("pk", "figures", "left_alone")
    for row in rows.iterator(chunk_size=200):
        for difference in differences_between(row.figures, now, row.left_alone):
            _say(row.pk, difference.new["edition"])
            said += 1
    return said


def tell_of_all() -> int:
    """The nightly job, for figures that came by another way than publishing a page; how many pages were looked at."""
    pages = Justification.objects.filter(owner__isnull=False, page__isnull=False).order_by()
    page_ids = sorted(pages.values_list("page_id", flat=True).distinct())
    for page_id in page_ids:
        tell_of_newer_figures.enqueue(page_id)
    return len(page_ids)


def _say(justification_id: int, edition: str) -> None:
    with transaction.atomic():
        delivery.announce(
            NEWER,
            about=target(justification_id),
            data={"justification": justification_id, "edition": edition},
            key=f"{NEWER}:{justification_id}:{edition}",
        )


def _justification(event: Any) -> Justification | None:
    if "justification" not in event.memory:
        rows = Justification.objects.select_related("page")
        event.memory["justification"] = rows.filter(pk=event.data["justification"]).first()
    found: Justification | None = event.memory["justification"]
    return found


def _owner(event: Any) -> Iterable[Reason]:
    found = _justification(event)
    if found is not None and found.owner_id:
        yield Reason(found.owner_id, gettext_lazy("Je bewaarde een verantwoording met deze cijfers."), True)


def _is_theirs(event: Any, user: Any) -> bool:
    found = _justification(event)
    return found is not None and found.owner_id == user.pk


def _present(event: Any, user: Any) -> Message | None:
    found = _justification(event)
    if found is None:
        return None
    title = _("Er zijn nieuwe cijfers voor “%(title)s”") % {"title": found.name}
    lines = [change_text(one) for one in differences(found) if one.new["edition"] == event.data["edition"]]
    return Message(title, "\n".join(lines), reverse("justifying:show", args=[found.uuid]) + "#nieuwe-cijfers")
