"""The conversations about a page, shown on it. Only open Leerlabs: such a page is kept for whoever comes by."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext as _
from wagtail.models import Page

from caching.generation import renew_on_commit
from editorial.page_sections import Section, register
from leerlabs.models import Thread
from leerlabs.threads.about import threads_about

#: Fields of a thread that each reply changes.
_COUNTERS = {"post_count", "last_post_at", "last_author"}


def connect() -> None:
    """Show the section, and renew kept pages when it changes; called once, when the app is ready."""
    register("conversations", conversations, order=40)
    for signal in (post_save, post_delete):
        signal.connect(_changed, sender=Thread, dispatch_uid="leerlabs.about_pages")


def conversations(page: Page) -> Section:
    """The latest threads about this page in open Leerlabs, and the way to start one."""
    rows = threads_about(page.pk, AnonymousUser(), only_open=True)
    return Section("gesprekken", _("Gesprekken hierover"), "leerlabs/threads/about_section.html", {"rows": rows})


def _changed(instance: Thread, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """A reply changes nothing that the section shows."""
    if instance.page_id is not None and (update_fields is None or update_fields - _COUNTERS):
        renew_on_commit()
