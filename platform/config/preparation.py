"""What has to be in place before the site can be served; each step does nothing when it was done before."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from config.catalogues import compile_catalogues
from harvesting.mending import mend
from search.engines import current_engine
from search.engines.base import EngineUnavailable

logger = logging.getLogger(__name__)


def translations() -> str:
    """Compile the message catalogues that changed."""
    compiled = compile_catalogues(Path(path) for path in settings.LOCALE_PATHS)
    return f"{len(compiled)} compiled" if compiled else ""


def static_files() -> str:
    """Collect and compress the static files when one of them changed. A folder that is not ours to write in, as
    in a container image, was filled by whoever made it."""
    if Path(settings.STATIC_ROOT).exists() and not os.access(settings.STATIC_ROOT, os.W_OK):
        return ""
    kept = Path(settings.STATIC_ROOT).with_name("static-files.sha256")
    fingerprint = _static_fingerprint()
    if kept.exists() and Path(settings.STATIC_ROOT).exists() and kept.read_text() == fingerprint:
        return ""
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    kept.write_text(fingerprint)
    return "collected"


def database() -> str:
    """Bring the database up to date. Raises CommandError, in one sentence, when it does not answer."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as problem:
        raise CommandError(f"the database does not answer: {str(problem).strip()}") from problem
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ""
    call_command("migrate", interactive=False, verbosity=0)
    return "up to date"


def demo_content() -> str:
    """Fill a site that has no content of its own."""
    # One line a page is more than anybody reads.
    logging.getLogger("wagtail").setLevel(logging.WARNING)
    call_command("demo", "load", "--if-empty")
    return ""


def public_records() -> str:
    """Put right what machines are told of: pages that were written in bulk have no record yet."""
    done = mend()
    return f"{done.made} made, {done.renewed} renewed, {done.deleted} marked deleted" if done else ""


def search_index() -> str:
    """Build the index when there is none; one that an update made outdated is left to the index worker.

    The site works without, so an engine that is away only warns: the worker builds the index once it is back.
    """
    try:
        if current_engine().provenance() is not None:
            return ""
        call_command("search_index", "rebuild")
    except (EngineUnavailable, CommandError) as problem:
        logger.warning("%s The site answers without it, and the index worker tries again.", problem)
        return ""
    return "built"


def _static_fingerprint() -> str:
    return hashlib.sha256("\n".join(_static_sources()).encode()).hexdigest()


def _static_sources() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}"
