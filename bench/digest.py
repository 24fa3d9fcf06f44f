#!/usr/bin/env python
"""A run of the digest over many members, and the mailing after it: ``python bench/digest.py --members 5000``.

It prints how many members and mails a second, how much memory at each quarter of the way, how long a small write
beside the run waited, and how long a mail is in the state of which a killed worker leaves nobody knowing whether it
arrived. The database is a fresh one in a temporary folder, or the (empty) one of ``DATABASE_URL``.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
#: Questions that the source chooses from, so that people get different ones.
QUESTIONS = 400
QUARTERS = 4


def main() -> None:
    """Make the members, run, send, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=5000)
    members = parser.parse_args().members
    sys.path[:0] = [str(ROOT), str(ROOT / "platform")]
    with tempfile.TemporaryDirectory(prefix="bench-digest-") as folder:
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="config.settings.local", LOG_LEVEL="ERROR")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _make_members(members)
        _register_source()
        _report_run(members)
        _report_sending()


def _make_members(number: int) -> None:
    """Accounts with profiles, groups and themes of which each has a few."""
    from django.utils import timezone

    from accounts.models import Profile, User
    from vocabulary.models import Theme

    joined = timezone.now() - timedelta(days=60)
    themes = [Theme.objects.create(name=f"Thema {each}", slug=f"thema-{each}") for each in range(20)]
    users = User.objects.bulk_create(
        (User(email=f"lid{each}@example.nl", date_joined=joined) for each in range(number)),
        batch_size=500,
    )
    profiles = Profile.objects.bulk_create((Profile(user=user) for user in users), batch_size=500)
    through = Profile.themes.through
    through._default_manager.bulk_create(
        (
            through(profile_id=profile.pk, theme_id=themes[(place + step) % len(themes)].pk)
            for place, profile in enumerate(profiles)
            for step in (0, 7)
        ),
        batch_size=500,
    )


def _register_source() -> None:
    """One that asks the database a question a person, as the sources of the rooms do."""
    from delivery.digest import DigestItem, register_source
    from delivery.models import Subscription
    from vocabulary.models import Theme

    theme_ids = list(Theme.objects.values_list("pk", flat=True))

    def questions(user: Any, since: Any) -> Iterable[DigestItem]:
        Subscription.objects.filter(user_id=user.pk).exists()
        for each in range(user.pk % 7, QUESTIONS, 37):
            about = frozenset({theme_ids[each % len(theme_ids)]})
            yield DigestItem(f"question:{each}", f"Vraag {each}: wie weet dit?", f"/vraag/{each}/", theme_ids=about)

    register_source("bench", questions)


def _report_run(members: int) -> None:
    from django.utils import timezone

    from delivery.digest import run

    memory: list[float] = []
    make_batch, seen = run.make_batch, 0

    def counted(user_ids: list[int], day: Any) -> tuple[int, int]:
        nonlocal seen
        result = make_batch(user_ids, day)
        seen += len(user_ids)
        if seen * QUARTERS >= members * (len(memory) + 1):
            memory.append(_megabytes())
        return result

    run.make_batch = counted
    before = _megabytes()
    with _small_writes_beside() as waited:
        began = time.perf_counter()
        result = run.make_digests.func(timezone.localdate().isoformat())
        seconds = time.perf_counter() - began
    print(f"digest: {result['people']} members, {result['mails']} mails in {seconds:.1f} s")
    print(f"  {result['people'] / seconds:.0f} members a second")
    print(f"  memory {before:.0f} MB before, at each quarter " + ", ".join(f"{each:.0f}" for each in memory) + " MB")
    print(f"  a small write beside it waited {_of(waited)} ms ({len(waited)} writes)")


def _report_sending() -> None:
    from django.conf import settings

    from delivery.sending import states
    from delivery.sending.worker import send_waiting
    from tests.delivery.mail_server import MailServer

    begun: dict[int, float] = {}
    windows: list[float] = []
    begin, sent = states.begin_handing_over, states.sent

    def timed_begin(mail: Any) -> bool:
        ours = begin(mail)
        begun[mail.pk] = time.perf_counter()
        return ours

    def timed_sent(mail: Any) -> bool:
        ours = sent(mail)
        windows.append((time.perf_counter() - begun.pop(mail.pk)) * 1000)
        return ours

    _replace(states, begin_handing_over=timed_begin, sent=timed_sent)
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        before, began = _megabytes(), time.perf_counter()
        outcome = send_waiting()
        seconds = time.perf_counter() - began
        people, connections = len(server.recipients()), server.connections
    print(f"mailing: {outcome.sent} mails to {people} people in {seconds:.1f} s over {connections} connections")
    share = sum(windows) / (seconds * 1000)
    print(f"  {outcome.sent / seconds:.0f} mails a second")
    print(f"  memory {before:.0f} MB before, {_megabytes():.0f} MB after, received mails in the server included")
    print(f"  a mail is uncertain for {_of(windows)} ms, {share:.0%} of the time of a mailing")


def _replace(module: Any, **functions: Callable[..., Any]) -> None:
    for name, function in functions.items():
        setattr(module, name, function)


@contextmanager
def _small_writes_beside() -> Iterator[list[float]]:
    """A thread that keeps writing a row, as a visitor's request or the index does; how long each took, in ms."""
    from django.db import connection

    from delivery.models import MailAddress

    stop = threading.Event()
    waited: list[float] = []

    def write() -> None:
        from django.utils import timezone

        while not stop.wait(0.05):
            began = time.perf_counter()
            MailAddress.objects.update_or_create(address="bench@example.nl", defaults={"refused_at": timezone.now()})
            waited.append((time.perf_counter() - began) * 1000)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield waited
    finally:
        stop.set()
        thread.join()


def _of(values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{statistics.median(values):.1f} (p95 {p95:.1f}, longest {ordered[-1]:.1f})"


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


if __name__ == "__main__":
    main()
