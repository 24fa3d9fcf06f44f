"""A small mail server for tests: it speaks SMTP over a real socket, and can refuse, break and be away."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

#: Instead of an answer: break the connection.
BREAK = ""


@dataclass(frozen=True)
class Received:
    """A mail that the server answered for."""

    sender: str
    recipient: str
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        parsed = message_from_bytes(self.raw, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


class MailServer:
    """Listens on a free port of this machine while it is entered.

    ``on_recipient``, ``on_data`` and ``on_mail`` give the answer to RCPT, DATA and the dot; they may wait. What
    ``on_mail`` answers with 250 was received; a mail counts as received before ``on_mail`` is asked when
    ``takes_before_answering``.
    """

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.connections = 0
        self.greeting = "220 hier"
        self.on_sender: Callable[[str], str] = lambda sender: "250 goed"
        self.on_recipient: Callable[[str], str] = lambda recipient: "250 goed"
        self.on_data: Callable[[], str] = lambda: "354 kom maar"
        self.on_mail: Callable[[Received], str] = lambda mail: "250 aangenomen"
        self.takes_before_answering = False
        self.port = 0
        self._server: socketserver.ThreadingTCPServer | None = None

    def __enter__(self) -> MailServer:
        self.open()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def open(self) -> None:
        """Listen; after having been away at the same port."""
        server = self

        class Conversation(_Conversation):
            mail_server = server

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        socketserver.ThreadingTCPServer.daemon_threads = True
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", self.port), Conversation)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        """Be away: connections are refused."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def recipients(self) -> Counter[str]:
        """How often each address got a mail."""
        return Counter(mail.recipient for mail in self.received)


class _Conversation(socketserver.StreamRequestHandler):
    mail_server: MailServer

    def handle(self) -> None:
        server = self.mail_server
        server.connections += 1
        self._say(server.greeting)
        sender = recipient = ""
        while line := self.rfile.readline():
            word, _space, rest = line.decode().strip().partition(" ")
            match word.upper():
                case "EHLO" | "HELO":
                    self._say("250-hier\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES")
                case "MAIL":
                    sender = _address(rest)
                    self._say(server.on_sender(sender))
                case "RCPT":
                    recipient = _address(rest)
                    self._say(server.on_recipient(recipient))
                case "DATA":
                    answer = server.on_data()
                    self._say(answer)
                    if answer.startswith("354") and not self._take(sender, recipient):
                        return
                case "QUIT":
                    self._say("221 dag")
                    return
                case _:
                    self._say("250 goed")

    def _take(self, sender: str, recipient: str) -> bool:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                return False
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        mail = Received(sender, recipient, b"".join(lines))
        if self.mail_server.takes_before_answering:
            self.mail_server.received.append(mail)
        answer = self.mail_server.on_mail(mail)
        if answer.startswith("250") and not self.mail_server.takes_before_answering:
            self.mail_server.received.append(mail)
        self._say(answer)
        return True

    def _say(self, answer: str) -> None:
        if answer == BREAK:
            self.request.shutdown(socket.SHUT_RDWR)
            return
        try:
            self.wfile.write(f"{answer}\r\n".encode())
        except OSError:
            return


def _address(rest: str) -> str:
    return rest[rest.index("<") + 1 : rest.index(">")]
