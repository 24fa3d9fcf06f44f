"""Looking it over, and sending it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.rich_text import RichText

from accounts.asking import the_member
from editorial.contributing.asking import own_submission
from editorial.contributing.following import Stage
from editorial.contributing.merging import Answers
from editorial.contributing.plain_markup import to_html
from editorial.contributing.sending import NotReadyError
from editorial.contributing.showing import Lack
from practices.contributing import pictures, sending
from practices.contributing.answers import LABELS, PICTURE, RICH, picture_of
from practices.contributing.drafting import NoPlaceForPracticesError
from practices.contributing.following import stage_of
from practices.contributing.saving import now_shown
from practices.contributing.steps import CHECK, PICTURES, STEPS
from practices.contributing.views.showing import frame, readable
from practices.models import Submission


@dataclass(frozen=True, slots=True)
class Part:
    """A step as it was filled in: pairs of a question and its answer."""

    title: Promise
    url: str
    pairs: tuple[tuple[str, SafeString], ...]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Everything once more, with what is missing by name; or sends it in."""
    submission = own_submission(request, Submission, uuid)
    if request.method != "POST":
        return _show(request, submission)
    try:
        sending.send(submission, the_member(request))
    except NotReadyError:
        return _show(request, submission, was_refused=True, status=422)
    except NoPlaceForPracticesError:
        messages.error(request, _("Insturen kan nu niet. Je tekst is bewaard; probeer het later nog eens."))
        return _show(request, submission, status=503)
    messages.success(request, _("Ingestuurd. De redactie leest het en laat van zich horen."))
    return redirect(STEPS.overview_url(submission))


def _show(
    request: HttpRequest, submission: Submission, *, was_refused: bool = False, status: int = 200
) -> HttpResponse:
    shown = now_shown(submission)
    own = list(pictures.shown(submission))
    undecided = sorted({PICTURE if picture_of(name) else name for name in shown.conflicts})
    context = frame(request, submission, shown, CHECK) | {
        "parts": _parts(submission, shown.answers),
        "pictures": own,
        "pictures_url": STEPS.url(submission, PICTURES),
        "lacking": [_lack(submission, name) for name in sending.lacks(submission, shown.answers)],
        "undecided": [_lack(submission, name) for name in undecided],
        "was_refused": was_refused,
        "is_first": stage_of(submission) == Stage.WRITING,
    }
    return render(request, "practices/contributing/check.html", context, status=status)


def _lack(submission: Submission, name: str) -> Lack:
    label = LABELS.get(name) or _("Wat we van je beelden moeten weten")
    anchor = "" if name in {PICTURE, "steps"} else f"#id_{name}"
    step = STEPS.step_of(name)
    return Lack(STEPS.titles[step], label, STEPS.url(submission, step) + anchor)


def _parts(submission: Submission, answers: Answers) -> list[Part]:
    return [
        Part(
            step.title,
            STEPS.url(submission, step.code),
            tuple(
                (str(LABELS[name]), _said(name, answers[name]))
                for name in step.form.names
                if answers.get(name) not in (None, "", [])
            ),
        )
        for step in STEPS.with_form.values()
    ]


def _said(name: str, value: Any) -> SafeString:
    """An answer as it will read."""
    if name in RICH:
        return _formatted(value)
    if name == "steps":
        titled = ((f"{at}. {step['title']}", _formatted(step["text"])) for at, step in enumerate(value, 1))
        return format_html_join("", "<p><strong>{}</strong></p>{}", titled)
    words = _("ja, onder CC BY 4.0") if name == "licence_agreed" else readable(name, value)
    return format_html("<p>{}</p>", words)


def _formatted(text: str) -> SafeString:
    return SafeString(str(RichText(to_html(text))))
