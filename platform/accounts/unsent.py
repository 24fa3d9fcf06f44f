"""What somebody typed and could not send, because they were signed out meanwhile: it waits for them behind signing in.

It waits in the session that the visitor has from then on, which Django carries over when they sign in. A cookie says in
which account this browser last wrote; what is kept is shown to that account only. Nothing is sent by itself.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypedDict

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

WAITS_SECONDS = 24 * 60 * 60
#: Longest form that is kept, as a browser sends it; the forms of the site allow far less.
LONGEST = 300_000
#: Forms of one visitor that wait at once.
MOST = 3
COOKIE = "writer"
_SALT = "accounts.unsent"
_KEY = "unsent"
_SHORTENED = "unsent_shortened"
_ON_REQUEST = "_unsent"


class _Kept(TypedDict):
    address: str
    writer: str
    until: float
    typed: str


def keeps_unsent(view: View[P]) -> View[P]:
    """Decorator, around signing in: what is sent to this view after its writer was signed out waits for them.

    The view asks :func:`typed_before` what to show in its form, at the address that the form is sent to. A page that
    shows a form of another view has the decorator as well.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if request.method == "POST" and _keep(request):
                messages.info(
                    request,
                    _("Je was intussen uitgelogd. Wat je schreef is bewaard: log in, en het staat weer voor je klaar."),
                )
                return redirect_to_login(request.get_full_path())
            return view(request, *args, **kwargs)
        _hand_over(request)
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponse):
            _remember_writer(request, response)
        return response

    return answer


def typed_before(request: HttpRequest) -> QueryDict | None:
    """What this member typed at this address before they were signed out; None when there is nothing."""
    found: QueryDict | None = getattr(request, _ON_REQUEST, None)
    return found


def forget_what_is_of_others(sender: Any, request: HttpRequest | None, user: Any, **_: Any) -> None:
    """Somebody signs in: what another person typed in this browser goes (receiver of ``user_logged_in``)."""
    if request is None:
        return
    if request.session.pop(_SHORTENED, False):
        request.session.set_expiry(None)
    if _KEY in request.session:
        _put(request, _of(request, _writer(user)))


def _keep(request: HttpRequest) -> bool:
    """Keep what was sent; False when nobody wrote in this browser lately, or when it is too much."""
    writer = request.get_signed_cookie(COOKIE, default="", salt=_SALT, max_age=_cookie_age())
    sent = request.POST.copy()
    for name in [name for name in sent if name == "csrfmiddlewaretoken" or "password" in name]:
        del sent[name]
    typed = sent.urlencode()
    if not writer or len(typed) > LONGEST:
        return False
    if request.session.is_empty():
        # A visitor's session that holds nothing but this ends with it.
        request.session.set_expiry(WAITS_SECONDS)
        request.session[_SHORTENED] = True
    address = request.get_full_path()
    kept: _Kept = {"address": address, "writer": writer, "until": time.time() + WAITS_SECONDS, "typed": typed}
    others = [one for one in _of(request, writer) if one["address"] != address]
    _put(request, [*others, kept][-MOST:])
    return True


def _hand_over(request: HttpRequest) -> None:
    """Give a reading request what waits at its address; a form that is sent makes an end to it."""
    if _KEY not in request.session:
        return
    mine = _of(request, _writer(request.user))
    here = next((one for one in mine if one["address"] == request.get_full_path()), None)
    if here is not None and request.method == "GET":
        setattr(request, _ON_REQUEST, QueryDict(here["typed"]))
        messages.info(
            request,
            _("Dit schreef je voordat je opnieuw inlogde. Er is nog niets verstuurd: kijk het na en verstuur het."),
        )
    elif here is not None and request.method == "POST":
        mine.remove(here)
    _put(request, mine)


def _of(request: HttpRequest, writer: str) -> list[_Kept]:
    kept: list[_Kept] = request.session.get(_KEY, [])
    now = time.time()
    return [one for one in kept if one["until"] > now and constant_time_compare(one["writer"], writer)]


def _put(request: HttpRequest, kept: list[_Kept]) -> None:
    if kept and kept != request.session.get(_KEY):
        request.session[_KEY] = kept
    elif not kept:
        request.session.pop(_KEY, None)


def _writer(user: Any) -> str:
    """Says whether two accounts are the same, and not which."""
    return salted_hmac(_SALT, str(user.pk), algorithm="sha256").hexdigest()


def _remember_writer(request: HttpRequest, response: HttpResponse) -> None:
    response.set_signed_cookie(
        COOKIE,
        _writer(request.user),
        salt=_SALT,
        max_age=_cookie_age(),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _cookie_age() -> int:
    """As long as a session may last, and the day that what is kept waits."""
    return settings.SESSION_COOKIE_AGE + WAITS_SECONDS
