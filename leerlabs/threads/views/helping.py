"""What the editor's script asks: names after an ``@``, and keeping a draft."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from accounts.asking import the_member
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabPage, Post, Thread
from leerlabs.policy import may
from leerlabs.rich_text.composing import MAX_LENGTH
from leerlabs.rich_text.mentions import suggestions
from leerlabs.threads import drafts


@require_safe
@in_leerlab("leerlab.members")
def names(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """Names of members that begin with ``q``."""
    return JsonResponse({"names": suggestions(leerlab.pk, the_member(request), request.GET.get("q", "")[:80])})


@require_POST
@in_leerlab("leerlab.members")
def draft(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """Keep a draft; answers the version that is kept, which may be a newer one from another window."""
    place = request.POST.get("place", "")
    version = request.POST.get("version", "")
    if not _is_here(place, leerlab, request.user) or not (version.isdecimal() and len(version) < 10):
        return JsonResponse({}, status=400)
    source, title = request.POST.get("source", "")[:MAX_LENGTH], request.POST.get("title", "")[:150]
    kept = drafts.save(the_member(request), place, version=int(version), source=source, title=title)
    return JsonResponse({"version": kept.version, "kept": kept.version == int(version) and kept.source == source})


@require_POST
@in_leerlab("leerlab.members")
def discard(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """Throw a draft away."""
    place = request.POST.get("place", "")
    version = request.POST.get("version", "")
    if version.isdecimal() and len(version) < 10:
        drafts.empty(the_member(request), place, int(version))
    kind, _colon, key = place.partition(":")
    if kind == "thread" and key.isdecimal() and (thread := Thread.objects.filter(pk=key, leerlab=leerlab).first()):
        return redirect(f"{thread.get_absolute_url()}#antwoord")
    return redirect(page_of(leerlab))


def _is_here(place: str, leerlab: LeerlabPage, user: Any) -> bool:
    """Whether ``place`` is a form of this Leerlab in which this person may write."""
    kind, _colon, key = place.partition(":")
    if not key.isdecimal() or len(key) > 15:
        return False
    if kind == "leerlab":
        return int(key) == leerlab.pk and may(user, "thread.start", leerlab)
    if kind == "thread":
        thread = Thread.objects.select_related("leerlab").filter(pk=key, leerlab=leerlab).first()
        return thread is not None and may(user, "post.write", thread)
    if kind == "post":
        post = Post.objects.select_related("thread__leerlab").filter(pk=key, thread__leerlab=leerlab).first()
        return post is not None and may(user, "post.edit", post)
    return False
