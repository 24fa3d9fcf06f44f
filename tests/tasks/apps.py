"""The jobs of the small site."""

from __future__ import annotations

import os

from django.apps import AppConfig


class SmallSiteConfig(AppConfig):
    """Registers the jobs that ``JOBS`` in the environment names; they are in :mod:`tests.tasks.work`."""

    name = "tests.tasks"
    label = "small_site"

    def ready(self) -> None:
        from tasks import schedule
        from tests.tasks import work

        for name in filter(None, os.environ.get("JOBS", "").split(",")):
            schedule.every(name, seconds=1)(getattr(work, name))
