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
from leerlabs.models import LeerlabMembership, LeerlabPage, Thread, ThreadKind
from leerlabs.policy import readable_leerlabs
from vocabulary.page_terms import PageTerms, terms_of_pages

#: Threads of each sort; a digest has room for five things.
MOST = 10
#: A question that waits is for whoever knows its themes; what is new in one's own Leerlab is for all its members.
QUESTION, OWN = 6.0, 10.0


def connect() -> None:
    """Make the source known; called once, when the app is ready."""
    register_source("leerlabs", from_leerlabs)


def from_leerlabs(user: Any, since: datetime) -> Iterator[DigestItem]:
    """Questions that wait for an answer, wherever this person reads, and all that began in their own Leerlabs.

    A handful of queries, however many Leerlabs there are.
    """
    if not isinstance(user, User):
        return
    quiet = set(choices_of(user).filter(level=Level.NONE).values_list("target", flat=True))
    own = set(LeerlabMembership.objects.active().filter(user=user).values_list("leerlab_id", flat=True))
    threads = (
        Thread.objects.filter(leerlab__in=readable_leerlabs(user), created_at__gte=since, hidden_at=None)
        .exclude(author=user)
        .select_related("leerlab")
        .order_by("-created_at")
    )
    questions = threads.filter(kind=ThreadKind.QUESTION, accepted_post=None, closed_at=None).exclude(leerlab__in=own)
    found = [*threads.filter(leerlab__in=own)[:MOST], *questions[:MOST]]
    terms = terms_of_pages(LeerlabPage, {thread.leerlab_id for thread in found}) if found else {}
    for thread in found:
        if not quiet & {f"thread:{thread.pk}", f"leerlab:{thread.leerlab_id}"}:
            yield _item(thread, thread.leerlab_id in own, terms[thread.leerlab_id])


def _item(thread: Thread, is_own: bool, terms: PageTerms) -> DigestItem:
    waits = thread.is_unanswered and not thread.is_closed
    place = {"leerlab": thread.leerlab.title}
    return DigestItem(
        key=f"thread:{thread.pk}",
        title=thread.title,
        url=thread.get_absolute_url(),
        why=(_("Een vraag die nog op antwoord wacht, in %(leerlab)s") if waits else _("Nieuw in %(leerlab)s")) % place,
        weight=OWN * is_own + QUESTION * waits,
        group_ids=frozenset(level.pk for level in terms.levels),
        theme_ids=frozenset(theme.pk for theme in terms.themes),
    )
