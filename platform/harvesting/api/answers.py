"""How every answer of the API is sent: limited, with a tag, readable from any site, errors as problems."""

from __future__ import annotations

import functools
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, Concatenate, ParamSpec

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from caching.policy import never_cached
from harvesting.api.parameters import UnreadableRequest
from harvesting.limits import limited
from harvesting.metadata import CONTENT_LANGUAGE
from harvesting.problems import problem

P = ParamSpec("P")
_METHODS = ("GET", "HEAD", "OPTIONS")


class Gone(Exception):
    """What was here was public once and is not any more."""


def endpoint(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Decorator for an address of the API.

    Answers are not kept whole: they are asked for one by one by machines, and counted. A client that sends the tag
    of what it has gets 304.
    """

    @never_cached
    @functools.wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method not in _METHODS:
            response: HttpResponseBase = problem(request, 405, "Reading only: GET, HEAD and OPTIONS.")
            response.headers["Allow"] = ", ".join(_METHODS)
        elif request.method == "OPTIONS":
            response = _preflight()
        else:
            # Names of relations and the like are content: the same in whatever language somebody reads the site.
            with translation.override(CONTENT_LANGUAGE):
                response = _tagged(request, limited(429)(_told)(request, view, *args, **kwargs))
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After, Link"
        return response

    return answer


def _told(request: HttpRequest, view: Callable[..., HttpResponse], *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except UnreadableRequest as error:
        return problem(request, 400, str(error))
    except Http404:
        return problem(request, 404, "There is nothing public here.")
    except Gone:
        return problem(request, 410, "This page was public and is not any more.")


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    if response.status_code != 200:
        return response
    response.headers["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Accept-Encoding",))
    tag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = tag
    conditional: HttpResponseBase = get_conditional_response(request, etag=tag, response=response) or response
    return conditional


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response.headers["Allow"] = ", ".join(_METHODS)
    response.headers["Access-Control-Allow-Methods"] = ", ".join(_METHODS)
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def as_json(data: object, content_type: str = "application/json") -> JsonResponse:
    """JSON in which letters stand as they are."""
    return JsonResponse(
        data,
        encoder=DjangoJSONEncoder,
        safe=False,
        json_dumps_params={"ensure_ascii": False},
        content_type=content_type,
    )
