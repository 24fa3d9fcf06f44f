"""Handing one mail over, such that one always knows whether it can have arrived.

A mail server takes a mail at the dot that ends it and at no earlier moment: what was sent before a connection broke
is thrown away (RFC 5321, 4.1.1.4). So all of the mail goes first, then "handing over" is committed, then the dot. Only
who dies between that commit and the one after the answer leaves a mail of which nobody knows whether it arrived.
"""

from __future__ import annotations

import re
import smtplib
import socket
from collections.abc import Callable
from email.utils import parseaddr
from typing import Protocol

from django.conf import settings
from django.core import mail as django_mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from delivery.sending.outcomes import NoAnswerError, NotNowError, NotOursError, RefusedError, ServerAwayError

#: Commits that the mail is being handed over; False when it is not ours any more.
AboutTo = Callable[[], bool]
#: Seconds for the answer to the dot, on which everything hangs; others have EMAIL_TIMEOUT.
ANSWER_SECONDS = 120.0
#: Enhanced codes (RFC 3463) that say that the address itself does not work.
_OF_ADDRESS = re.compile(r"^5\.[12]\.\d")
_ENHANCED = re.compile(r"^[245]\.\d{1,3}\.\d{1,3}")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LINE_WITH_A_DOT = re.compile(rb"(?m)^\.")


class Handover(Protocol):
    """A way to the mail server, for the mails of one batch."""

    def hand_over(self, message: EmailMultiAlternatives, about_to: AboutTo) -> None:
        """Hand over one mail. Raises one of :mod:`delivery.sending.outcomes` when that does not go well."""

    def close(self) -> None:
        """End the connection, if there is one."""


def open_handover() -> Handover:
    """The way that ``EMAIL_URL`` says: SMTP step by step, anything else through its Django backend."""
    backend = django_mail.get_connection()
    return OverSmtp(backend) if isinstance(backend, EmailBackend) else ThroughBackend()


class ThroughBackend:
    """Another backend (the log, memory, a service): it says only whether it worked."""

    def hand_over(self, message: EmailMultiAlternatives, about_to: AboutTo) -> None:
        """An error after "handing over" leaves the mail uncertain."""
        if not about_to():
            raise NotOursError
        try:
            message.send()
        except Exception as problem:
            raise NoAnswerError(repr(problem)) from problem

    def close(self) -> None:
        """Each mail has a connection of its own."""


class OverSmtp:
    """One connection for a batch, opened at the first mail; opened again when it broke."""

    def __init__(self, backend: EmailBackend) -> None:
        self._backend = backend

    def hand_over(self, message: EmailMultiAlternatives, about_to: AboutTo) -> None:
        """See :class:`Handover`."""
        smtp = self._opened()
        encoding = message.encoding or settings.DEFAULT_CHARSET
        try:
            sender, recipient = (
                parseaddr(sanitize_address(address, encoding))[1] for address in (message.from_email, message.to[0])
            )
            raw = _LINE_END.sub(b"\r\n", message.message().as_bytes())
        except ValueError as problem:
            raise RefusedError(str(problem), of_address=False) from problem
        self._announce(smtp, sender, recipient)
        try:
            smtp.send(_LINE_WITH_A_DOT.sub(b"..", raw if raw.endswith(b"\r\n") else raw + b"\r\n"))
        except (OSError, smtplib.SMTPException) as problem:
            self._abandon()
            raise NotNowError(f"the connection broke: {problem}") from problem
        if not about_to():
            self._abandon()
            raise NotOursError
        self._finish(smtp)

    def close(self) -> None:
        """Say goodbye to the mail server."""
        self._backend.close()

    def _opened(self) -> smtplib.SMTP:
        try:
            self._backend.open()
        except (OSError, smtplib.SMTPException) as problem:
            self._abandon()
            raise ServerAwayError(str(problem)) from problem
        smtp: smtplib.SMTP | None = self._backend.connection
        if smtp is None or smtp.sock is None:
            raise ServerAwayError("no connection")
        # The dot must not wait for the network to be told that all before it came: 40 ms a mail, in which it is unsure.
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return smtp

    def _announce(self, smtp: smtplib.SMTP, sender: str, recipient: str) -> None:
        """From whom, to whom, and that the mail follows."""
        try:
            options = ["BODY=8BITMIME"] if smtp.has_extn("8bitmime") else []
            code, answer = smtp.mail(sender, options)
            if code != 250:
                # It is about us, not about this mail: a wrong password, a sender that is not allowed, too busy.
                self._abandon()
                raise ServerAwayError(_text(code, answer))
            code, answer = smtp.rcpt(recipient)
            if code in {250, 251}:
                code, answer = smtp.docmd("DATA")
                self._judge(smtp, code, answer, expected=354, of_recipient=False)
            else:
                self._judge(smtp, code, answer, expected=250, of_recipient=True)
        except (OSError, smtplib.SMTPException) as problem:
            self._abandon()
            raise NotNowError(f"the connection broke: {problem}") from problem

    def _finish(self, smtp: smtplib.SMTP) -> None:
        """The dot, and what the mail server says of it."""
        try:
            smtp.send(b".\r\n")
            code, answer = _patient_answer(smtp, self._backend.timeout)
        except (OSError, smtplib.SMTPException) as problem:
            self._abandon()
            raise NoAnswerError(f"no answer to the whole mail: {problem}") from problem
        self._judge(smtp, code, answer, expected=250, of_recipient=False)

    def _judge(self, smtp: smtplib.SMTP, code: int, answer: bytes, *, expected: int, of_recipient: bool) -> None:
        if code == expected:
            return
        said = _text(code, answer)
        if code == 421:
            self._abandon()
            raise ServerAwayError(said) if of_recipient else NotNowError(said)
        self._start_afresh(smtp)
        if 500 <= code < 600:
            raise RefusedError(said, of_address=of_recipient and _is_about_the_address(answer))
        raise NotNowError(said)

    def _start_afresh(self, smtp: smtplib.SMTP) -> None:
        try:
            smtp.rset()
        except (OSError, smtplib.SMTPException):
            self._abandon()

    def _abandon(self) -> None:
        """Leave a connection of which one does not know the state; the next mail gets a fresh one."""
        smtp: smtplib.SMTP | None = self._backend.connection
        self._backend.connection = None
        if smtp is not None:
            smtp.close()


def _patient_answer(smtp: smtplib.SMTP, usual_timeout: float | None) -> tuple[int, bytes]:
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected("the connection is gone")
    smtp.sock.settimeout(ANSWER_SECONDS)
    answer = smtp.getreply()
    smtp.sock.settimeout(usual_timeout)
    return answer


def _is_about_the_address(answer: bytes) -> bool:
    """Whether a refused recipient means a mailbox that does not work, and not a rule of the mail server."""
    said = answer.decode("utf-8", "replace").strip()
    return bool(_OF_ADDRESS.match(said)) or not _ENHANCED.match(said)


def _text(code: int, answer: bytes) -> str:
    return f"{code} {answer.decode('utf-8', 'replace')}"[:300]
