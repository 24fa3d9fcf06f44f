"""What the tests of delivery share."""

from __future__ import annotations

import pytest

from delivery import kinds
from delivery.digest import sources
from tests.delivery.happening import Happening
from tests.delivery.mail_server import MailServer


@pytest.fixture
def happening(monkeypatch: pytest.MonkeyPatch) -> Happening:
    """Something that can happen; no other kind of event is known."""
    monkeypatch.setattr(kinds, "_kinds", {})
    happening = Happening()
    kinds.register(happening.kind)
    return happening


@pytest.fixture
def no_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest has no sources but those of the test."""
    monkeypatch.setattr(sources, "_sources", {})


@pytest.fixture
def mail_server():
    """A real mail server of our own, that takes everything until told otherwise."""
    with MailServer() as server:
        yield server


@pytest.fixture
def over_smtp(settings, mail_server: MailServer) -> MailServer:
    """Mail goes to that server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_TIMEOUT = 5
    return mail_server
