"""How handing over a mail can end when it does not go well."""

from __future__ import annotations


class ServerAwayError(Exception):
    """There is no mail server to talk to, or it takes nothing from us. Nothing arrived; no mail is to blame."""


class NotNowError(Exception):
    """This mail did not arrive and may later."""


class RefusedError(Exception):
    """This mail is refused for good; ``of_address`` when it is the address that does not work."""

    def __init__(self, answer: str, *, of_address: bool) -> None:
        super().__init__(answer)
        self.of_address = of_address


class NoAnswerError(Exception):
    """The whole mail was handed over and no answer came: it may have arrived."""


class NotOursError(Exception):
    """Another worker has this mail by now; nothing of it was handed over."""
