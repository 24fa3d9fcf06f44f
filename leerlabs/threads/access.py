"""The door of every page of a thread: what a view gets has been found, and its action allowed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers

from caching.policy import never_cached
from leerlabs.labs.access import refusal_of
from leerlabs.models import Post, Thread
from leerlabs.policy import may
from leerlabs.threads.asking_research import with_question
from leerlabs.threads.marks import with_reader

View: TypeAlias = Callable[..., HttpResponseBase]


def in_thread(action: str) -> Callable[[View], View]:
    """Decorator: the view gets ``(request, thread)``, its Leerlab loaded, when ``action`` is allowed.

    A thread that moved to another Leerlab is found at its old address by who may read it there.
    """

    def decorate(view: View) -> View:
        @never_cached
        @wraps(view)
        def enter(request: HttpRequest, slug: str, pk: int, **kwargs: Any) -> HttpResponseBase:
            thread = _thread(request, pk)
            response = _refusal(request, thread, action, slug) or view(request, thread, **kwargs)
            add_never_cache_headers(response)
            return response

        return enter

    return decorate


def on_post(action: str) -> Callable[[View], View]:
    """Decorator: the view gets ``(request, post)``, its thread and Leerlab loaded, when ``action`` is allowed."""

    def decorate(view: View) -> View:
        @never_cached
        @wraps(view)
        def enter(request: HttpRequest, slug: str, pk: int, post_pk: int, **kwargs: Any) -> HttpResponseBase:
            rows = Post.objects.select_related("thread__leerlab", "author__profile")
            post = rows.filter(pk=post_pk, thread_id=pk, thread__leerlab__live=True).first()
            if post is None:
                raise Http404(str(post_pk))
            response = _refusal(request, post, action, slug) or view(request, post, **kwargs)
            add_never_cache_headers(response)
            return response

        return enter

    return decorate


def _thread(request: HttpRequest, pk: int) -> Thread:
    """With its Leerlab and poll, the kennisvraag made of it, and what is this reader's of it, in one query."""
    rows = with_question(with_reader(Thread.objects.select_related("leerlab", "poll"), request.user))
    thread = rows.filter(pk=pk, leerlab__live=True).first()
    if thread is None:
        raise Http404(str(pk))
    return thread


def _refusal(request: HttpRequest, found: Thread | Post, action: str, slug: str) -> HttpResponseBase | None:
    """None when it is allowed; else the way to sign in, or to where it is now. Raises Http404, PermissionDenied."""
    thread = found if isinstance(found, Thread) else found.thread
    outside = refusal_of(request, thread.leerlab, "leerlab.read")
    if outside is not None:
        return outside
    if not may(request.user, "thread.read", thread):
        raise Http404(str(thread.pk))
    if thread.leerlab.slug != slug:
        if request.method != "GET":
            raise Http404(slug)
        return redirect(thread.get_absolute_url())
    if may(request.user, action, found):
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    raise PermissionDenied
