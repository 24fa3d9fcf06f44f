"""A registry of DOIs of our own: a real HTTP server on this machine that answers well, badly, slowly or not at all."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RECORD = {
    "type": "article-journal",
    "title": "Effects of COVID-19-related school closures on student achievement",
    "container-title": "Frontiers in Psychology",
    "volume": "12",
    "page": "746289",
    "issued": {"date-parts": [[2021, 9, 16]]},
    "language": "en",
    "publisher": "Frontiers Media SA",
    "author": [
        {
            "given": "Svenja",
            "family": "Hammerstein",
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "affiliation": [
                {"name": "Universiteit van Amsterdam", "id": [{"id": "https://ror.org/04dkp9463", "id-type": "ROR"}]}
            ],
        },
        {"given": "Andreas", "non-dropping-particle": "van der", "family": "Frey"},
    ],
}


class Handler(BaseHTTPRequestHandler):
    """What is asked for decides how it answers: ``/10.1000/slow`` is slow."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        name = self.path.rsplit("/", 1)[-1]
        getattr(self, f"_{name.replace('-', '_')}", self._missing)()

    def _send(self, body: bytes, kind: str = "application/vnd.citationstyles.csl+json", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _good(self) -> None:
        self._send(json.dumps(RECORD).encode())

    def _sparse(self) -> None:
        self._send(json.dumps({"type": "article-journal", "title": "Alleen een titel"}).encode())

    def _moved(self) -> None:
        self._redirect("/10.1000/good")

    def _missing(self) -> None:
        self._send(b"not found", "text/plain", 404)

    def _html(self) -> None:
        self._send(b"<html><title>Welkom</title></html>", "text/html")

    def _broken(self) -> None:
        self._send(b'{"title": "half')

    def _deep(self) -> None:
        self._send(b"[" * 200_000)

    def _failing(self) -> None:
        self._send(b"{}", status=503)

    def _huge(self) -> None:
        self._send(b'{"title": "' + b"a" * 3_000_000 + b'"}')

    def _slow(self) -> None:
        time.sleep(5)
        self._good()

    def _dripping(self) -> None:
        """A header, a letter at a time: each read is quick, the whole never ends."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(100):
            time.sleep(0.05)
            self.wfile.write(b"a")

    def _dripping_body(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100):
            time.sleep(0.05)
            self.wfile.write(b" ")

    def _hanging_up(self) -> None:
        self.close_connection = True

    def _to_this_machine(self) -> None:
        self._redirect("https://127.0.0.1:9/secret")

    def _to_metadata(self) -> None:
        self._redirect("https://169.254.169.254/latest/")

    def _to_localhost_by_name(self) -> None:
        self._redirect("https://localhost/secret")

    def _to_mapped(self) -> None:
        self._redirect("https://[::ffff:127.0.0.1]/secret")

    def _to_plain_http(self) -> None:
        self._redirect("http://example.org/record")

    def _to_file(self) -> None:
        self._redirect("file:///etc/passwd")

    def _to_other_port(self) -> None:
        self._redirect(f"http://127.0.0.1:{self.server.server_port + 1}/10.1000/good")

    def _round_and_round(self) -> None:
        self._redirect(self.path)

    def log_message(self, *args: object) -> None:
        """Quiet."""


class Resolver(ThreadingHTTPServer):
    """Remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Who was cut off hears nothing."""


@contextmanager
def running_resolver():
    """The server, for as long as it is needed."""
    server = Resolver()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
