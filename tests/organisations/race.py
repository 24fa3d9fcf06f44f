"""Doing things at the same moment, from several connections."""

import threading
from collections.abc import Callable

from django.db import connection


def at_once(*attempts: Callable[[], object]) -> list[str]:
    """Run these side by side; what each returned, or the name of what it raised, sorted."""
    start = threading.Barrier(len(attempts))
    outcomes = [""] * len(attempts)

    def run(place: int, attempt: Callable[[], object]) -> None:
        try:
            start.wait(timeout=10)
            outcomes[place] = str(attempt())
        except Exception as problem:
            outcomes[place] = type(problem).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(attempts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(outcomes)
