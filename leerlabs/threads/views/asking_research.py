"""The author of a thread, or a host, asks research what the thread does not answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from leerlabs.models import Thread, Visibility
from leerlabs.threads.access import in_thread
from leerlabs.threads.asking_research import origin_of, question_of
from research.questions.forms.asking import AskForm
from research.questions.views.asking import receive


class ThreadQuestionForm(AskForm):
    """The question in one's own words, and that nothing in it was said in confidence."""

    is_own_words = forms.BooleanField(
        label=_("Ik schreef de vraag zelf op. Er staat niets in wat alleen de leden van dit Leerlab weten.")
    )


@in_thread("thread.ask_research")
def ask(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """The form; only where everyone reads along does it begin with the title of the thread.

    Who sends it when somebody else was just before them hears so, and keeps what they wrote.
    """
    if question_of(thread) is not None and request.method != "POST":
        return redirect(thread.get_absolute_url())

    def show(request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
        context: dict[str, Any] = {"form": form, "thread": thread, "leerlab": thread.leerlab}
        return render(request, "leerlabs/threads/ask_research.html", context, status=status)

    if request.method != "POST":
        is_open = thread.leerlab.visibility == Visibility.OPEN
        return show(request, ThreadQuestionForm(request=request, initial={"wording": thread.title if is_open else ""}))
    return receive(request, ThreadQuestionForm(request.POST, request=request), show, origin_of(thread))
