"""Servers that go wrong in the ways that servers do."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class BrokenServer:
    """Accepts connections and counts them; what it says is up to the subclass."""

    def __init__(self) -> None:
        self.connections = 0
        self._ended = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def answer(self, connection: socket.socket) -> None:
        """Say nothing at all."""

    def end(self) -> None:
        """Close everything."""
        self._ended.set()
        for each in (self._socket, *self._open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            self.answer(connection)


class TricklingServer(BrokenServer):
    """Begins an answer and sends a letter now and then, always in time for the next wait."""

    def answer(self, connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not self._ended.wait(0.2):
            connection.sendall(b" ")


class NonsenseServer(BrokenServer):
    """Speaks another protocol."""

    def answer(self, connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(b"220 mail.example.nl ESMTP\r\n")
        connection.close()


class FailingServer(BrokenServer):
    """Answers every request with an error."""

    def answer(self, connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        connection.close()


@contextmanager
def running(kind: type[BrokenServer]) -> Iterator[BrokenServer]:
    """One of these for as long as a test lasts."""
    server = kind()
    try:
        yield server
    finally:
        server.end()
