"""Following what was sent in: where it stands, and what the editors say."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Comment

from editorial.contributing.following import Stage, reply, returned_with
from editorial.reading import page_url
from research.publications import policy
from research.publications.files import delete_file
from research.publications.following import remarks_on, stage_of, stages
from research.publications.models import Submission
from research.publications.steps import step_of
from research.publications.views.asking import own_submission, the_member
from research.publications.views.step import to_step


class ReplyForm(forms.Form):
    """An answer to a comment."""

    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Je antwoord"))


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All that I brought in, sent in or not."""
    own = list(Submission.objects.filter(contributor=the_member(request)).select_related("page"))
    stage = stages(own)
    entries = [(submission, stage[submission.pk]) for submission in own]
    return render(request, "research/publications/mine.html", {"entries": entries})


@login_required
@require_safe
def submission(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where it stands and what the editors say."""
    found = own_submission(request, uuid)
    stage = stage_of(found)
    context = {
        "submission": found,
        "stage": stage,
        # Once it is published, what had to be done before that is over.
        "returned": [] if stage == Stage.PUBLISHED else returned_with(found.page_id),
        "remarks": remarks_on(found, the_member(request)),
        "page_url": page_url(found.page) if found.page and found.page.live else "",
        "may_delete": policy.may_delete(request.user, found),
        "may_change": policy.may_change(request.user, found),
    }
    return render(request, "research/publications/submission.html", context)


@login_required
@require_POST
def answer(request: HttpRequest, uuid: UUID, comment_id: int) -> HttpResponseBase:
    """Answers one comment beside its field; the editors then see it at the same place in the text."""
    found = own_submission(request, uuid)
    comment = get_object_or_404(Comment, pk=comment_id, page_id=found.page_id or 0)
    form = ReplyForm(request.POST)
    if form.is_valid():
        reply(comment, the_member(request), form.cleaned_data["text"])
        messages.success(request, _("Je antwoord staat erbij."))
    else:
        messages.error(request, _("Schrijf eerst een antwoord, van hooguit 2000 tekens."))
    back = request.POST.get("from", "")
    if back == "overview":
        address = reverse("publications:submission", args=[uuid])
    else:
        address = to_step(found, step_of(comment.contentpath.split(".")[0]))
    return redirect(f"{address}#opmerking-{comment.pk}")


@login_required
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Throws away what was not sent in."""
    found = own_submission(request, uuid)
    if not policy.may_delete(request.user, found):
        raise PermissionDenied
    for file in found.files.all():
        delete_file(file)
    found.delete()
    messages.success(request, _("Weggegooid."))
    return redirect("publications:mine")
