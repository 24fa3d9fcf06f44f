"""What the digest of a member may bring from Leerlabs: questions they may know the answer to, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from delivery.digest import DigestItem, register_source
from delivery.models import Level
from delivery.subscriptions import choices_of
from leerlabs.models import LeerlabMembership, Thread, ThreadKind
from leerlabs.policy import readable_leerlabs

#: Threads of each sort; a digest has room for five things.
MOST = 10
#: A question that waits is for whoever knows its themes; what is new in one's own Leerlab is for all its members.
QUESTION, OWN = 6.0, 10.0


def connect() -> None:
    """Make the source known; called once, when the app is ready."""
    register_source("leerlabs", from_leerlabs)


def from_leerlabs(user: Any, since: datetime) -> Iterator[DigestItem]:
    """Open questions that begun since, wherever this person reads; and all that begun in their own Leerlabs."""
    if not isinstance(user, User):
        return
    quiet = set(choices_of(user).filter(level=Level.NONE).values_list("target", flat=True))
    own = set(LeerlabMembership.objects.active().filter(user=user).values_list("leerlab_id", flat=True))
    threads = (
        Thread.objects.filter(leerlab__in=readable_leerlabs(user), created_at__gte=since, hidden_at=None)
        .exclude(author=user)
        .select_related("leerlab")
        .prefetch_related("leerlab__themes", "leerlab__levels")
        .order_by("-created_at")
    )
    questions = threads.filter(kind=ThreadKind.QUESTION, accepted_post=None, closed_at=None).exclude(leerlab__in=own)
    for thread in [*threads.filter(leerlab__in=own)[:MOST], *questions[:MOST]]:
        if not quiet & {f"thread:{thread.pk}", f"leerlab:{thread.leerlab_id}"}:
            yield _item(thread, thread.leerlab_id in own)


def _item(thread: Thread, is_own: bool) -> DigestItem:
    waits = thread.is_unanswered and not thread.is_closed
    place = {"leerlab": thread.leerlab.title}
    return DigestItem(
        key=f"thread:{thread.pk}",
        title=thread.title,
        url=thread.get_absolute_url(),
        why=(_("Een vraag die nog op antwoord wacht, in %(leerlab)s") if waits else _("Nieuw in %(leerlab)s")) % place,
        weight=OWN * is_own + QUESTION * waits,
        group_ids=frozenset(level.pk for level in thread.leerlab.levels.all()),
        theme_ids=frozenset(theme.pk for theme in thread.leerlab.themes.all()),
    )
