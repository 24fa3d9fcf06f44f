"""Fetching from an address that somebody else decides on, without being led into our own network.

Redirects lead only to https hosts, and only to addresses on the public internet: the address that was checked is the
one that is connected to, so that a name cannot mean another machine a moment later. The one exception is the origin
that the site's operator configured. Everything is over by a deadline: a connection that drips is cut.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from research.publications.importing.problems import LookupFailed, LookupProblem

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
#: So many at once; who comes later waits for the rest of their time.
_slots = threading.BoundedSemaphore(4)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Origin(NamedTuple):
    """Scheme, host and port."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> Origin:
        """The origin of an address. Raises LookupFailed for what is none."""
        try:
            parts = urlsplit(url)
            port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
        except ValueError as problem:
            raise LookupFailed(LookupProblem.REFUSED) from problem
        if not parts.hostname or not port:
            raise LookupFailed(LookupProblem.REFUSED)
        return cls(parts.scheme, parts.hostname, port)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: ``content`` is whole, and no larger than was allowed."""

    status: int
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Terms:
    """On what terms one asks: until when (on the monotonic clock), for how many bytes at most."""

    headers: Mapping[str, str]
    trusted: Origin
    deadline: float
    max_bytes: int


def fetch(url: str, *, headers: Mapping[str, str], trusted: str, seconds: float, max_bytes: int) -> Answer:
    """What ``url`` answers in the end. ``trusted`` is the address whose origin may be any. Raises LookupFailed."""
    outcome: list[Answer | LookupFailed] = []
    deadline = time.monotonic() + seconds

    def run() -> None:
        try:
            outcome.append(_follow(url, _Terms(headers, Origin.of(trusted), deadline, max_bytes)))
        except LookupFailed as failed:
            outcome.append(failed)
        except TimeoutError:
            outcome.append(LookupFailed(LookupProblem.TOO_SLOW))
        except (OSError, http.client.HTTPException, ValueError):
            late = time.monotonic() >= deadline
            outcome.append(LookupFailed(LookupProblem.TOO_SLOW if late else LookupProblem.UNREACHABLE))
        finally:
            _slots.release()

    if not _slots.acquire(timeout=seconds):
        raise LookupFailed(LookupProblem.TOO_SLOW)
    # Looking up a name has no time limit of its own: the thread may outlive the question.
    thread = threading.Thread(target=run, name="guarded-fetch", daemon=True)
    thread.start()
    thread.join(max(deadline - time.monotonic(), 0.001) + 0.1)
    if not outcome:
        raise LookupFailed(LookupProblem.TOO_SLOW)
    if isinstance(outcome[0], LookupFailed):
        raise outcome[0]
    return outcome[0]


def _follow(url: str, terms: _Terms) -> Answer:
    for _redirect in range(MOST_REDIRECTS + 1):
        origin = Origin.of(url)
        is_trusted = origin == terms.trusted
        if not is_trusted and origin.scheme != "https":
            raise LookupFailed(LookupProblem.REFUSED)
        answer, location = _ask(url, origin, _address_of(origin, is_trusted), terms)
        if location is None:
            return answer
        url = urljoin(url, location)
    raise LookupFailed(LookupProblem.REFUSED)


def _address_of(origin: Origin, is_trusted: bool) -> str:
    """An address of the host, on the public internet unless it is trusted. Raises LookupFailed."""
    try:
        found = socket.getaddrinfo(origin.host, origin.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise LookupFailed(LookupProblem.UNREACHABLE) from problem
    addresses = [str(entry[4][0]) for entry in found]
    if not is_trusted and not all(is_public(ipaddress.ip_address(one.partition("%")[0])) for one in addresses):
        raise LookupFailed(LookupProblem.REFUSED)
    # IPv4 first: many networks hand out IPv6 addresses that lead nowhere.
    return sorted(addresses, key=lambda one: ":" in one)[0]


def is_public(address: Address) -> bool:
    """Whether an address lies on the public internet, also the one that it stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


class _PinnedConnection(http.client.HTTPConnection):
    """Connects to an address that was checked, and no other; speaks TLS under the host's name."""

    def __init__(self, origin: Origin, address: str, timeout: float) -> None:
        super().__init__(origin.host, origin.port, timeout=timeout)
        self.origin = origin
        self.address = address

    def connect(self) -> None:
        """To the address, whatever the name means by now."""
        self.sock = socket.create_connection((self.address, self.origin.port), self.timeout)
        if self.origin.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.origin.host)


def _ask(url: str, origin: Origin, address: str, terms: _Terms) -> tuple[Answer, str | None]:
    """One request: the answer, and where it redirects to."""
    connection = _PinnedConnection(origin, address, _left(terms.deadline))
    cut = threading.Timer(_left(terms.deadline), _cut, [connection])
    cut.daemon = True
    cut.start()
    try:
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(
            "GET", target, headers={"Accept-Encoding": "identity", "Connection": "close", **terms.headers}
        )
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            location = response.getheader("Location")
            if not location:
                raise LookupFailed(LookupProblem.UNREACHABLE)
            return Answer(response.status, "", b""), location
        content = response.read(terms.max_bytes + 1)
        if len(content) > terms.max_bytes:
            raise LookupFailed(LookupProblem.TOO_LARGE)
        _left(terms.deadline)
        return Answer(response.status, response.getheader("Content-Type") or "", content), None
    finally:
        cut.cancel()
        connection.close()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise LookupFailed(LookupProblem.TOO_SLOW)
    return left


def _cut(connection: http.client.HTTPConnection) -> None:
    """End a connection in the middle of whatever it waits for."""
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
