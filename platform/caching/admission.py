"""Which requests may be answered from the cache, and which answers may be kept."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from caching.policy import Policy

#: A page past this size is made every time.
MAX_BYTES = 1024 * 1024
_METHODS = frozenset({"GET", "HEAD"})
_MESSAGES_COOKIE = "messages"
#: Headers that the key or the answer reckons with; a page that varies on another one is not kept.
_ACCOUNTED_FOR = frozenset({"accept-encoding", "cookie", "hx-request", "hx-boosted", "hx-history-restore-request"})
_FORBIDDING = ("private", "no-store", "no-cache")


def is_anonymous_reader(request: HttpRequest) -> bool:
    """Whether this asks for a page as everyone sees it: no session, no credentials, no message waiting."""
    meta = request.META
    if request.method not in _METHODS or "HTTP_AUTHORIZATION" in meta:
        return False
    if "HTTP_COOKIE" not in meta:
        return True
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and _MESSAGES_COOKIE not in request.COOKIES


def keepable(request: HttpRequest, response: HttpResponseBase, policy: Policy | None) -> HttpResponse | None:
    """The response, when everyone may see it and it is worth keeping; otherwise None.

    Only 200: addresses that exist are as many as the site has, while those that redirect for want of a slash
    or do not exist are endless, and whoever invents them would push real pages out.
    """
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return None
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    wanted = policy.keep if policy else is_html
    if wanted and _is_for_everyone(request, response) and len(response.content) <= MAX_BYTES:
        return response
    return None


def _is_for_everyone(request: HttpRequest, response: HttpResponse) -> bool:
    headers = response.headers
    cache_control = headers.get("Cache-Control", "").lower()
    varies_on = {name.strip().lower() for name in headers.get("Vary", "").split(",")} - {""}
    return not (
        response.cookies
        or "Set-Cookie" in headers
        or "Content-Encoding" in headers
        or any(word in cache_control for word in _FORBIDDING)
        or varies_on - _ACCOUNTED_FOR
        or _has_a_secret(request, response)
        or _knows_the_reader(request)
    )


def _has_a_secret(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a form token or a nonce of the content security policy was made for this page."""
    return (
        "CSRF_COOKIE_NEEDS_UPDATE" in request.META
        or getattr(request, "_csp_nonce", None) is not None
        or "'nonce-" in response.headers.get("Content-Security-Policy", "")
    )


def _knows_the_reader(request: HttpRequest) -> bool:
    """Whether the view found out who reads, or left that person a message."""
    user = getattr(request, "_cached_user", None)
    messages = getattr(request, "_messages", None)
    return bool(user and user.is_authenticated) or bool(messages is not None and messages.added_new)
