"""What serving the site takes: the address, and the commands that run side by side."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from config.settings.environment import text, whole_number
from manage import IMPORT_PATH, ROOT

#: The processes of the site, and what each is for.
PROCESSES = ("web", "index", "tasks", "mail")


@dataclass(frozen=True, slots=True)
class Serving:
    """Where and with how many processes the site answers."""

    host: str
    port: int
    workers: int
    threads: int

    @classmethod
    def from_environment(cls) -> Serving:
        """Of ``HOST``, ``PORT``, ``WORKERS`` and ``THREADS`` (a worker). Raises ImproperlyConfigured."""
        return cls(
            host=text("HOST") or "127.0.0.1",
            port=whole_number("PORT", 8000, minimum=1, maximum=65535),
            workers=whole_number("WORKERS", 2, minimum=1, maximum=256),
            threads=whole_number("THREADS", 8, minimum=1, maximum=512),
        )

    def refuse_taken_port(self) -> None:
        """Raises ImproperlyConfigured when nothing can listen there."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            # As the server does: a connection that has just ended does not keep the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as problem:
                if problem.errno == errno.EADDRINUSE:
                    raise ImproperlyConfigured(
                        f"port {self.port} is taken by another program; "
                        f"stop that, or choose another port, such as PORT={self.port + 1}"
                    ) from None
                raise ImproperlyConfigured(
                    f"nothing can listen on {self.host}:{self.port} ({problem.strerror})"
                ) from None

    def commands(self, processes: Iterable[str]) -> dict[str, list[str]]:
        """The command of each of these processes."""
        manage = [sys.executable, str(Path(ROOT) / "manage.py")]
        every = {
            "web": [sys.executable, "-m", "granian", *self._web_options(), "config.wsgi:application"],
            "index": [*manage, "search_index", "work"],
            "tasks": [*manage, "work_tasks"],
            "mail": [*manage, "delivery", "work"],
        }
        return {name: every[name] for name in processes}

    def _web_options(self) -> list[str]:
        options = {
            "interface": "wsgi",
            "host": self.host,
            "port": self.port,
            "workers": self.workers,
            "blocking-threads": self.threads,
            # A thread keeps its database connection, so it is worth keeping.
            "blocking-threads-idle-timeout": 600,
            "workers-kill-timeout": 8,
            "log-level": "error",
        }
        return ["--respawn-failed-workers", *(f"--{name}={value}" for name, value in options.items())]

    def greeting(self) -> str:
        """What to tell whoever started the site, once it answers."""
        return (
            f"\nThe site:     {settings.SITE_URL}/\n"
            f"The admin:    {settings.SITE_URL}{reverse('wagtailadmin_home')}\n"
            "An editor:    make editor EMAIL=you@example.nl\n"
            "Ctrl-C stops all of it.\n"
        )

    def become_supervisor(self, processes: Iterable[str]) -> NoReturn:
        """Replace this process by the small one that runs the others (:mod:`config.supervision`)."""
        chosen = tuple(processes)
        plan = {
            "host": self.host,
            "port": self.port,
            "commands": self.commands(chosen),
            "greeting": self.greeting() if "web" in chosen else "",
        }
        path = os.pathsep.join(filter(None, [*IMPORT_PATH, os.environ.get("PYTHONPATH", "")]))
        environment = {**os.environ, "PYTHONPATH": path, "DATA_DIR": str(settings.DATA_DIR), "PYTHONUNBUFFERED": "1"}
        sys.stdout.flush()
        sys.stderr.flush()
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "-m", "config.supervision", json.dumps(plan)], environment)
