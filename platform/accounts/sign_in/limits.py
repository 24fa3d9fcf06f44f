"""How often one may try: counted for an account from one place, and for an account from everywhere.

The first stops somebody at a keyboard; as it counts per place, nobody can keep the owner of an account out by
trying in their name. The second stops many machines at once; it closes passwords or codes, never both.
"""

from __future__ import annotations

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.http import HttpRequest


def key_of(request: HttpRequest, address: str) -> str:
    """An account as tried from where this request comes from."""
    return f"{get_ip(request)}:{address.lower()}"


def may_mail_code(request: HttpRequest, address: str) -> bool:
    """Count one code for an address; False when it was one too many. Known or unknown makes no difference."""
    here = ratelimit.consume(request, action="code_by_mail", key=key_of(request, address))
    return bool(here and ratelimit.consume(request, action="code_by_mail_anywhere", key=address.lower()))


def may_try_password(request: HttpRequest, address: str) -> bool:
    """Whether this account has few enough failures, from wherever. Counts nothing."""
    return bool(ratelimit.consume(request, action="login_failed_anywhere", key=address.lower(), dry_run=True))


def count_failed_password(request: HttpRequest, address: str) -> None:
    """Count one failure for the account."""
    ratelimit.consume(request, action="login_failed_anywhere", key=address.lower())
