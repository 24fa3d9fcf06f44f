"""One kind of event that all members hear of, and one source of the digest."""

from __future__ import annotations

import os

from django.apps import AppConfig


class SmallSiteConfig(AppConfig):
    """Registers them. ``WITHOUT_STATES`` takes away what keeps a killed worker from repeating mail."""

    name = "tests.delivery.processes.small_site"
    label = "members"

    def ready(self) -> None:
        from delivery import kinds
        from delivery.digest import register_source, run
        from tests.delivery.processes.small_site import work

        kinds.register(work.MAILING)
        register_source("news", work.news)
        # Several batches for few people.
        run.BATCH = 10
        if os.environ.get("WITHOUT_STATES"):
            work.forget_what_was_begun()
