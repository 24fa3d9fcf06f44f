"""Numbers that a form sends along."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict


def number_in(request: HttpRequest, name: str) -> int:
    """The number that was sent under this name; 0 for anything else."""
    return number_of(request.POST, name)


def number_of(sent: QueryDict, name: str) -> int:
    """The same in what was sent some time before."""
    value = sent.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else 0
