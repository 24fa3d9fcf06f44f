"""The generation of what visitors see: one opaque word, shared by all processes, replaced at every change.

Whatever is kept under a generation needs no emptying: once the word changes nobody asks for it any more. A
request reads it once, when it starts, so that a page begun before a change is never kept as one after it.

A cache that fails is never a reason to show something old, nor to fail: each question then gets a word of
its own, so that nothing kept is found. A process that saw the failure cannot know what was announced
meanwhile, so it starts a new generation as soon as the cache works again.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from django.core.cache import cache
from django.db import transaction

logger = logging.getLogger(__name__)

KEY = "generation"
#: Seconds between two attempts at a cache that failed, so that few requests wait for it.
RETRY_SECONDS = 2.0
_ALONE = "alone-"
_of_request: ContextVar[str | None] = ContextVar("generation_of_request", default=None)


class _Outage:
    """What this process knows of a cache that failed it."""

    over = True
    ask_again_at = 0.0

    def begin(self) -> None:
        """Note that the cache failed just now, and that the other processes are owed a new generation."""
        if self.over:
            logger.exception("The cache does not work; pages are made for each request until it does")
        self.over = False
        self.ask_again_at = time.monotonic() + RETRY_SECONDS

    def end(self) -> None:
        """Note that the cache works, and that the others have been told."""
        if not self.over:
            logger.warning("The cache works again")
        self.over = True

    @property
    def spares_the_wait(self) -> bool:
        """Whether the cache failed so recently that it is not asked again yet."""
        return not self.over and time.monotonic() < self.ask_again_at


_outage = _Outage()


def current() -> str:
    """The generation of this request, or of this moment outside one."""
    return _of_request.get() or read()


def read() -> str:
    """The generation of this moment; one that nobody shares (:func:`is_shared`) while the cache fails.

    A cache that lost the word starts a new generation.
    """
    if _outage.spares_the_wait:
        return _word_alone()
    try:
        if not _outage.over:
            cache.set(KEY, secrets.token_hex(8), None)
        word = cache.get(KEY)
        if word is None:
            cache.add(KEY, secrets.token_hex(8), None)
            word = cache.get(KEY)
    except Exception:  # whatever the backend raises
        _outage.begin()
        return _word_alone()
    _outage.end()
    return str(word) if word else _word_alone()


def renew() -> None:
    """Start a new generation now; also for what is left of this request. Never raises."""
    word = secrets.token_hex(8)
    try:
        cache.set(KEY, word, None)
    except Exception:  # whatever the backend raises
        _outage.begin()
        word = _word_alone()
        # A full disk refuses new words but can still lose the old one.
        with suppress(Exception):
            cache.delete(KEY)
    if _of_request.get() is not None:
        _of_request.set(word)


def renew_on_commit() -> None:
    """Start a new generation once the change that is under way is committed, and never when it is not.

    Many changes in one transaction start one generation.
    """
    renewal: _Renewal | None = getattr(_under_way, "renewal", None)
    if renewal is None or renewal.done:
        renewal = _under_way.renewal = _Renewal()
    transaction.on_commit(renewal)


class _Renewal:
    """One new generation for all changes that are committed together; asked again it does nothing."""

    done = False

    def __call__(self) -> None:
        if not self.done:
            self.done = True
            renew()


_under_way = threading.local()


def is_shared(word: str) -> bool:
    """Whether other processes may know this word: whether keeping anything under it makes sense."""
    return not word.startswith(_ALONE)


@contextmanager
def held() -> Iterator[str]:
    """Hold on to the generation of this moment for as long as a request lasts."""
    word = read()
    token = _of_request.set(word)
    try:
        yield word
    finally:
        _of_request.reset(token)


def _word_alone() -> str:
    return _ALONE + secrets.token_hex(8)
