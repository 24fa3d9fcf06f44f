"""Keeps the processes running until it is told to stop, and then leaves none behind."""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
import time
from collections.abc import Sequence
from types import FrameType

from config.supervision.child import Child

#: Seconds that the processes get to finish what they are doing.
STOP_SECONDS = 12.0
#: Seconds between two looks when nothing happens; a process that dies is noticed at once.
LOOK_SECONDS = 0.5


class Supervisor:
    """Starts the children, starts again what crashes, says when the site answers, stops all."""

    def __init__(self, children: Sequence[Child], address: tuple[str, int], greeting: str) -> None:
        self._children = children
        self._address = address
        self._greeting = greeting
        self._told_to_stop = 0

    def run(self) -> int:
        """Until told to stop; the exit code: 0 then, 1 when a child keeps failing."""
        waking, woken = os.pipe()
        for end in (waking, woken):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(woken)
        for told in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            # What was started with nohup stays when its terminal closes.
            if told != signal.SIGHUP or signal.getsignal(told) != signal.SIG_IGN:
                signal.signal(told, self._stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        try:
            while not self._told_to_stop:
                if broken := self._look():
                    say(f"{broken.name} keeps failing; see what it said above. The site stops.")
                    return 1
                select.select([waking], [], [], LOOK_SECONDS)
                _empty(waking)
            return 0
        finally:
            self._stop_children()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._told_to_stop += 1
        if self._told_to_stop > 1:
            for child in self._children:
                child.kill()

    def _look(self) -> Child | None:
        """Start what should run; the child that keeps failing, if there is one."""
        for child in self._children:
            if (code := child.died()) is not None:
                if child.keeps_failing():
                    return child
                say(f"{child.name} stopped ({_described(code)}); it starts again in {child.pause():.0f} s.")
            if child.start_at is not None and time.monotonic() >= child.start_at:
                child.start()
        if self._greeting and self._answers():
            say(self._greeting)
            self._greeting = ""
        return None

    def _answers(self) -> bool:
        try:
            socket.create_connection(self._address, timeout=0.2).close()
        except OSError:
            return False
        return True

    def _stop_children(self) -> None:
        for child in self._children:
            child.ask_to_stop()
        until = time.monotonic() + STOP_SECONDS
        for child in self._children:
            child.wait(until)


def say(text: str) -> None:
    """To whoever started us, at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _described(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def _empty(pipe: int) -> None:
    try:
        while os.read(pipe, 512):
            pass
    except BlockingIOError:
        return
