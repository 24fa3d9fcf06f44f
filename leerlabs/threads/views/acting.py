"""Small actions on threads and posts. Each says what it wants to be so, so that doing it twice is doing it once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.asking import the_member
from delivery.models import Level
from delivery.subscriptions import set_level
from leerlabs.models import Poll, Post, Thread
from leerlabs.policy import may, moderated_leerlabs
from leerlabs.threads import moving, polls, state
from leerlabs.threads.access import in_thread, on_post
from leerlabs.threads.announcing import targets
from leerlabs.threads.numbering import post_url
from leerlabs.threads.reactions import react as give_reaction


def _back(thread: Thread, number: int = 0) -> HttpResponseBase:
    return redirect(post_url(thread, number) if number else thread.get_absolute_url())


@require_POST
@on_post("post.react")
def react(request: HttpRequest, post: Post) -> HttpResponseBase:
    """Give a reaction (``aan=1``) or take it back (``aan=0``)."""
    try:
        give_reaction(post, the_member(request), request.POST.get("soort", ""), request.POST.get("aan") == "1")
    except ValueError:
        messages.error(request, _("Deze reactie kennen we niet."))
    return _back(post.thread, post.number)


@require_POST
@on_post("thread.read")
def accept(request: HttpRequest, post: Post) -> HttpResponseBase:
    """Make the post the answer (``aan=1``), or let the question be open again."""
    if not may(request.user, "answer.accept", post.thread):
        return _refused(request, post.thread)
    try:
        if request.POST.get("aan") == "1":
            state.accept(post, request.user.pk)
        else:
            state.accept_none(post.thread)
    except ValueError:
        messages.error(request, _("Dit bericht kan geen antwoord zijn."))
    return _back(post.thread, post.number)


@require_POST
@in_thread("thread.close")
def close(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Close the thread (``aan=1``) or open it again."""
    state.set_closed(thread, request.POST.get("aan") == "1")
    return _back(thread)


@require_POST
@in_thread("thread.pin")
def pin(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Keep the thread at the top (``aan=1``) or no longer."""
    state.set_pinned(thread, request.POST.get("aan") == "1")
    return _back(thread)


@require_POST
@in_thread("thread.move")
def move_to_leerlab(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Put the thread in another Leerlab in which one moderates too."""
    key = request.POST.get("leerlab", "")
    target = get_object_or_404(moderated_leerlabs(request.user), pk=int(key) if key.isdecimal() else 0)
    if not may(request.user, "leerlab.moderate", target):
        return _refused(request, thread)
    return _back(moving.move_thread(thread, target))


@require_POST
@on_post("thread.move")
def move_to_thread(request: HttpRequest, post: Post) -> HttpResponseBase:
    """Put the post at the end of another thread in which one moderates too."""
    key = request.POST.get("gesprek", "")
    rows = Thread.objects.select_related("leerlab")
    target = get_object_or_404(rows, pk=int(key) if key.isdecimal() else 0)
    if not may(request.user, "thread.move", target):
        return _refused(request, post.thread)
    try:
        moved = moving.move_post(post, target)
    except ValueError:
        messages.error(request, _("Dit bericht kan niet verplaatst worden."))
        return _back(post.thread, post.number)
    return _back(target, moved.number)


@require_POST
@in_thread("poll.vote")
def vote(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Choose, or choose again."""
    poll = get_object_or_404(Poll, thread=thread)
    try:
        polls.vote(poll, the_member(request), [int(key) for key in request.POST.getlist("keuze") if key.isdecimal()])
    except polls.PollIsClosed:
        messages.error(request, _("Deze peiling is gesloten."))
    except ValueError:
        messages.error(request, _("Kies een antwoord."))
    else:
        messages.success(request, _("Je stem telt mee. Je kunt hem veranderen tot de peiling sluit."))
    return redirect(f"{thread.get_absolute_url()}#peiling")


@require_POST
@in_thread("poll.close")
def end_poll(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """End the poll before its time, and publish its result."""
    polls.close_now(get_object_or_404(Poll, thread=thread))
    return redirect(f"{thread.get_absolute_url()}#peiling")


@require_POST
@in_thread("leerlab.follow")
def follow(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """How much one wants to hear of this thread; nothing chosen means as in its Leerlab."""
    level = request.POST.get("niveau", "")
    set_level(the_member(request), targets(thread)[0], level if level in Level.values else None)
    messages.success(request, _("Bewaard."))
    return _back(thread)


def _refused(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    messages.error(request, _("Dat mag je hier niet."))
    return _back(thread)
