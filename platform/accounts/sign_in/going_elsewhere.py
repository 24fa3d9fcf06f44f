"""Going on to the site of another organisation, to sign in there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render


def answer_instead_of_redirect(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorator: where ``view`` redirects to another site, answer a page that goes there.

    Our content security policy lets forms go to this site only, and browsers hold the redirect after a form to it.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect) and urlsplit(response.url).netloc not in {"", request.get_host()}:
            return render(request, "socialaccount/going_elsewhere.html", {"address": response.url})
        return response

    return answer
