"""One process of the site: started, watched, started again with growing pauses, stopped."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field

#: A process that ran for so long was well: the next failure counts as its first again.
STEADY_SECONDS = 60.0
LONGEST_PAUSE = 30.0
#: So many failures in a row are called "keeps failing".
MAX_FAILURES = 5

_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A command that should always run, in a process group of its own so that Ctrl-C reaches us alone."""

    name: str
    command: list[str]
    failures: int = 0
    #: The moment (``time.monotonic``) of the next start; None while the process runs.
    start_at: float | None = 0.0
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _started: float = 0.0

    def start(self) -> None:
        """Start the process."""
        self._process = subprocess.Popen(
            self.command, start_new_session=True, stdin=subprocess.DEVNULL, preexec_fn=_end_with_parent
        )
        self._started, self.start_at = time.monotonic(), None

    def died(self) -> int | None:
        """The exit code, once, of a process that ended by itself; also decides when it starts again."""
        if self.start_at is not None or self._process is None or (code := self._process.poll()) is None:
            return None
        now = time.monotonic()
        self.failures = 1 if now - self._started >= STEADY_SECONDS else self.failures + 1
        self.start_at = now + self.pause()
        self.kill()
        return code

    def pause(self) -> float:
        """Seconds to wait after so many failures in a row."""
        return min(2.0 ** (self.failures - 1), LONGEST_PAUSE)

    def keeps_failing(self) -> bool:
        """Whether starting it again has no sense any more."""
        return self.failures >= MAX_FAILURES

    def ask_to_stop(self) -> None:
        """SIGTERM to the process; it stops what it started itself."""
        if self._process and self._process.poll() is None:
            self._process.terminate()

    def wait(self, until: float) -> None:
        """Wait for the process until this moment; then end it and all that it left behind."""
        if self._process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=max(until - time.monotonic(), 0.0))
        self.kill()
        self._process.wait()

    def kill(self) -> None:
        """SIGKILL to the process and all that it started."""
        if self._process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)


def _end_with_parent() -> None:
    """Let the system stop this process when the supervisor is killed, where the system can (Linux)."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
