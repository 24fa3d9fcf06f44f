"""Which changes, besides those of Wagtail's own records, the pages that are kept for readers have to follow."""

from __future__ import annotations

from accounts.models import Person
from caching import signals
from organisations.models import MergedOrganisation, Municipality, Organisation
from search.models import PinnedResult, SynonymGroup
from search.signals import index_caught_up


def connect() -> None:
    """Let these changes start a new generation once they are committed; called once, when the app is ready."""
    signals.renew_with_apps("vocabulary")
    signals.renew_with(Organisation, Municipality, MergedOrganisation)
    signals.renew_with(Person, PinnedResult, SynonymGroup)
    signals.renew_on(index_caught_up)
