"""Why a file is not taken."""

from __future__ import annotations


class Refused(Exception):
    """A sentence for whoever chose the file, in their language."""
