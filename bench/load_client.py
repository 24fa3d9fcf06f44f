"""Load in a process of its own: reads one job a line as JSON, answers each with one line of JSON.

Talks over plain sockets that it keeps open: the standard library's HTTP client costs more CPU for an answer than
the server does for a kept page, and would be what is measured.
"""

from __future__ import annotations

import itertools
import json
import socket
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any

RECEIVE_BYTES = 1 << 16


@dataclass
class Job:
    """Ask ``paths`` in turn for so many seconds; with ``fresh_hosts`` each request has a host of its own.

    ``cookie`` goes with every request. ``first`` is where in the endless row of paths and hosts this job begins.
    """

    port: int
    paths: list[str]
    connections: int
    seconds: float
    fresh_hosts: bool = False
    first: int = 0
    cookie: str = ""
    latencies: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def run(self) -> dict[str, Any]:
        """Latencies in milliseconds, in order of size, and how long it all took."""
        numbers = itertools.count(self.first)
        started = time.perf_counter()
        until = started + self.seconds
        threads = [threading.Thread(target=self._ask, args=(numbers, until)) for _ in range(self.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return {
            "seconds": time.perf_counter() - started,
            "latencies": sorted(self.latencies),
            "failures": self.failures[:3],
            "next": next(numbers),
        }

    def _ask(self, numbers: itertools.count[int], until: float) -> None:
        try:
            self._ask_over_one_connection(numbers, until)
        except OSError as problem:
            self.failures.append(str(problem))

    def _ask_over_one_connection(self, numbers: itertools.count[int], until: float) -> None:
        with socket.create_connection(("127.0.0.1", self.port), timeout=120) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while (begun := time.perf_counter()) < until:
                path = self._send(connection, next(numbers))
                status = _receive(connection)
                self.latencies.append((time.perf_counter() - begun) * 1000)
                if b" 200 " not in status:
                    raise ConnectionError(f"{path}: {status.decode(errors='replace')}")

    def _send(self, connection: socket.socket, number: int) -> str:
        path = self.paths[number % len(self.paths)]
        host = f"n{number}.bench.test" if self.fresh_hosts else f"127.0.0.1:{self.port}"
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n{cookie}\r\n"
        connection.sendall(head.encode())
        return path


def _receive(connection: socket.socket) -> bytes:
    """Read one answer to its end; its status line. Raises ConnectionError when the server hangs up."""
    received = b""
    while (end := received.find(b"\r\n\r\n")) < 0:
        received += _some(connection)
    head = received[:end].lower()
    place = head.find(b"content-length:")
    if place < 0:
        raise ConnectionError("an answer without a length")
    missing = int(head[place + 15 :].split(b"\r\n", 1)[0]) - (len(received) - end - 4)
    while missing > 0:
        missing -= len(_some(connection))
    return received[: received.find(b"\r\n")]


def _some(connection: socket.socket) -> bytes:
    found = connection.recv(RECEIVE_BYTES)
    if not found:
        raise ConnectionError("the server closed the connection")
    return found


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(Job(**json.loads(line)).run()), flush=True)
