"""``manage.py search_index``: build, check and repair the search index, and the worker that keeps it."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from search.engines import current_engine
from search.engines.base import EngineUnavailable
from search.indexing.drain import drain
from search.indexing.fingerprints import Difference, compare, expected_count
from search.indexing.outbox import record_changes
from search.indexing.provenance import is_current
from search.indexing.rebuild import rebuild
from search.indexing.single_writer import AnotherWriterError
from search.indexing.worker import work
from search.models import IndexOutboxEntry

#: An index that the worker has not looked at since an update, or is making anew.
OUTDATED = "another version; the index worker looks what differs and makes it anew where that is needed"
#: Longest wait for the worker to end its batch.
WAIT_FOR_WRITER_SECONDS = 30.0


class Command(BaseCommand):
    """One verb each: what is done, in words and numbers, on the screen."""

    help = (
        "rebuild: make the index anew and swap it in. check: compare it with the pages (exit code 1 when "
        "they differ). repair: put right what differs. status: engine, documents, outbox. work: keep it up "
        "to date."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The verb."""
        parser.add_argument("action", choices=("rebuild", "check", "repair", "status", "work"))

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it; an engine that is away is one clear sentence."""
        try:
            getattr(self, f"_{action}")()
        except EngineUnavailable as problem:
            raise CommandError(f"The search engine is not available: {problem}") from problem
        except AnotherWriterError as problem:
            raise CommandError("Another process is writing the index; try again when it is done.") from problem

    def _rebuild(self) -> None:
        with tqdm(total=expected_count(), unit=" pages", desc="Index", disable=None) as bar:
            total, skipped = rebuild(progress=bar.update)
        self.stdout.write(f"{total} pages in the new index.")
        if skipped:
            self.stderr.write(f"{skipped} pages could not be described; the outbox tries them again (see the log).")

    def _check(self) -> None:
        difference = compare(current_engine())
        self._tell(difference)
        if difference:
            raise CommandError("The index differs from the pages: run `search_index repair`.", returncode=1)
        self.stdout.write("The index and the pages agree.")

    def _repair(self) -> None:
        difference = compare(current_engine())
        self._tell(difference)
        record_changes(difference.page_ids)
        with tqdm(total=len(difference.page_ids), unit=" pages", desc="Repair", disable=None) as bar:
            while (drained := drain(wait_seconds=WAIT_FOR_WRITER_SECONDS)).entries:
                bar.update(drained.applied)
        self.stdout.write("The index is repaired." if difference.page_ids else "There was nothing to repair.")

    def _tell(self, difference: Difference) -> None:
        for name, page_ids in (
            ("missing", difference.missing),
            ("stale", difference.stale),
            ("surplus", difference.surplus),
        ):
            if page_ids:
                shown = ", ".join(map(str, page_ids[:20])) + (", …" if len(page_ids) > 20 else "")
                self.stdout.write(f"{len(page_ids)} {name}: pages {shown}")
        for page_id, problem in difference.undescribed:
            self.stderr.write(f"Page {page_id} cannot be described: {problem}")

    def _status(self) -> None:
        engine = current_engine()
        self.stdout.write(f"engine: {engine.name}")
        self.stdout.write(f"made by: {'this version' if is_current(engine) else OUTDATED}")
        waiting = IndexOutboxEntry.objects.waiting()
        oldest = waiting.order_by("created_at").first()
        age = f", the oldest for {timezone.now() - oldest.created_at}".partition(".")[0] if oldest else ""
        self.stdout.write(f"outbox: {waiting.count()} waiting{age}")
        for entry in waiting.failing().order_by("pk")[:20]:
            self.stdout.write(f"  page {entry.page_id}, {entry.attempts} attempts: {entry.last_error}")
        self.stdout.write(f"pages that may be found: {expected_count()}")
        self.stdout.write(f"documents in the index: {engine.count()}")

    def _work(self) -> None:
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        self.stdout.write("The indexing worker has started.")
        work(stop)
        self.stdout.write("The indexing worker has stopped.")
