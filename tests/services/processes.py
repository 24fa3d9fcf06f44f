"""Running a server of our own beside the tests: not as root, on a free port, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
from pathlib import Path


def ordinary_user() -> str | None:
    """The user to run a server as that refuses root; None when we are not root ourselves."""
    return "nobody" if os.geteuid() == 0 else None


def hand_to_ordinary_user(folder: Path) -> None:
    """Give the folder and all in it to the user that the server runs as."""
    if not (user := ordinary_user()):
        return
    owner = pwd.getpwnam(user)
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, owner.pw_uid, owner.pw_gid)


def run_as_ordinary_user(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
    """Run to the end. Raises CalledProcessError, with the output in it, when it fails."""
    user = ordinary_user()
    subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
    )


def start(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a server in ``folder``; what it says goes to ``output.txt`` there."""
    user = ordinary_user()
    # So that a killed test run takes its server along, where the system can arrange it.
    ending_with_parent = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    with (folder / "output.txt").open("wb") as output:
        return subprocess.Popen(
            [*ending_with_parent, *command],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=user,
            group=pwd.getpwnam(user).pw_gid if user else None,
            extra_groups=[] if user else None,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes], polite_signal: signal.Signals = signal.SIGTERM) -> None:
    """Ask the server to end; after 20 seconds make it."""
    for stop_signal in (polite_signal, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, stop_signal)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                continue


def last_words(folder: Path) -> str:
    """The end of what the server in ``folder`` said."""
    return (folder / "output.txt").read_text(errors="replace")[-2000:]


def free_port() -> int:
    """A port on the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
