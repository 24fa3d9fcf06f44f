"""``manage.py serve``: the site with its workers beside it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.serving import PROCESSES, Serving
from config.settings.environment import writable_folder


class Command(BaseCommand):
    """Checks what can be checked beforehand, and then becomes the supervisor."""

    help = "Serve the site at HOST:PORT, with the workers for index, tasks and mail beside it, until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="run `manage.py prepare` first")
        parser.add_argument("--demo", action="store_true", help="with --prepare: fill an empty database")
        parser.add_argument("--only", action="append", choices=PROCESSES, help="only this process; may be repeated")

    def handle(self, *, prepare: bool, demo: bool, only: list[str] | None, **options: Any) -> None:
        """Does not return. Raises ImproperlyConfigured for what is wrong in the environment."""
        serving = Serving.from_environment()
        writable_folder("DATA_DIR", settings.DATA_DIR)
        processes = only or PROCESSES
        if "web" in processes:
            serving.refuse_taken_port()
        if prepare:
            call_command("prepare", demo=demo)
        serving.become_supervisor(processes)
