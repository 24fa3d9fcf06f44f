"""Sending a submission in."""

from __future__ import annotations


class NotReadyError(Exception):
    """It cannot be sent in yet: names of what is ``missing``, and of what both sides changed (``conflicts``)."""

    def __init__(self, missing: list[str], conflicts: list[str]) -> None:
        super().__init__(", ".join([*missing, *conflicts]))
        self.missing = missing
        self.conflicts = conflicts
