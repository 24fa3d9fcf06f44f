"""What OAI-PMH answers when it cannot do what is asked; the answer is a document like any other."""

from __future__ import annotations


class OaiError(Exception):
    """A request that is answered with an error of the protocol; ``code`` is one of its own."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def bad_argument(message: str) -> OaiError:
    """An argument is missing, repeated, unknown or unreadable."""
    return OaiError("badArgument", message)
