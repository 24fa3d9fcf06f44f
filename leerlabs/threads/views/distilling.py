"""A host makes a practice example out of a thread."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from accounts.asking import the_member
from leerlabs.models import Thread
from leerlabs.rich_text.showing import show
from leerlabs.threads.access import in_thread
from leerlabs.threads.distilling import candidates
from leerlabs.threads.distilling import distil as make_draft
from leerlabs.threads.thread_page import byline
from practices.contributing.drafting import NoPlaceForPracticesError


@in_thread("thread.distil")
def distil(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Choose posts and a title; what comes of it goes to the editors."""
    host = the_member(request)
    posts = candidates(thread)
    chosen = {int(key) for key in request.POST.getlist("bericht") if key.isdecimal()}
    title = " ".join(request.POST.get("titel", thread.title).split())[:150]
    problem = ""
    if request.method == "POST":
        picked = [post for post in posts if post.number in chosen]
        if not picked or not title:
            problem = _("Kies minstens één bericht, en geef een titel.")
        else:
            try:
                make_draft(thread, title, picked, host)
            except NoPlaceForPracticesError:
                problem = _("De site heeft nog geen overzicht van praktijkvoorbeelden. Vraag de redactie.")
            else:
                messages.success(
                    request, _("Het praktijkvoorbeeld ligt bij de redactie. Je volgt het bij je praktijkvoorbeelden.")
                )
                return redirect(thread.get_absolute_url())
    shown = show(posts, thread, host)
    rows = [
        {
            "post": post,
            "by": byline(post.author, host),
            "body": shown.bodies[post.pk],
            "is_chosen": post.number in chosen if request.method == "POST" else True,
        }
        for post in posts
    ]
    context = {"thread": thread, "leerlab": thread.leerlab, "rows": rows, "title": title, "problem": problem}
    return TemplateResponse(request, "leerlabs/threads/distil.html", context, status=400 if problem else 200)
