"""What views say about keeping their pages.

A view that says nothing is kept when it answers HTML at an address without query. One that reads parameters,
or answers something else than HTML (a feed, JSON), says so with :func:`cached`; once that is known no other
parameter reaches it, so that invented parameters make no variants. :func:`never_cached` keeps a view out.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import NamedTuple, ParamSpec, TypeVar

from django.http import HttpResponseBase
from django.utils.cache import patch_vary_headers

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)

_ATTRIBUTE = "page_cache_policy"


class Policy(NamedTuple):
    """Which parameters make another page, which keep it out of the cache, and whether it is kept at all."""

    params: tuple[str, ...] = ()
    except_with: tuple[str, ...] = ()
    keep: bool = True
    #: Those of ``params`` whose values make another page in another order.
    ordered: tuple[str, ...] = ()


def cached(
    *params: str, except_with: Iterable[str] = (), partials: bool = False, ordered: Iterable[str] = ()
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorator for a view, or a page's ``serve``: keep what it answers to anonymous readers.

    ``params`` are the parameters that it reads; it must treat an empty one as absent, and be indifferent to
    their order. ``ordered`` are read as well, but of these the order counts. With one of ``except_with`` filled in,
    the view is asked every time (searches are counted).
    ``partials`` says that htmx gets another answer than a browser at the same address.
    """
    of_order = tuple(ordered)
    policy = Policy((*params, *of_order), tuple(except_with), ordered=of_order)

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def decide(*args: P.args, **kwargs: P.kwargs) -> R:
            response = view(*args, **kwargs)
            if policy_of(response) is None:
                declare(response, policy)
            if partials:
                patch_vary_headers(response, ("HX-Request",))
            return response

        return decide

    return decorate


def never_cached(view: Callable[P, R]) -> Callable[P, R]:
    """Decorator for a view: none of its answers is kept."""

    @functools.wraps(view)
    def decide(*args: P.args, **kwargs: P.kwargs) -> R:
        response = view(*args, **kwargs)
        declare(response, Policy(keep=False))
        return response

    return decide


def declare(response: HttpResponseBase, policy: Policy) -> None:
    """Say it of one response; it goes before what a decorator says."""
    setattr(response, _ATTRIBUTE, policy)


def policy_of(response: HttpResponseBase) -> Policy | None:
    """What the view said, if anything."""
    policy: Policy | None = getattr(response, _ATTRIBUTE, None)
    return policy
