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

from editorial.contributing.following import reply
from editorial.reading import page_url
from practices.contributing import policy
from practices.contributing.following import remarks_on, returned_with, stage_of, stages
from practices.contributing.pictures import delete_file
from practices.contributing.views.asking import own_submission, the_member
from practices.models import Submission


class ReplyForm(forms.Form):
    """An answer to a comment."""

    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label=gettext_lazy("Je antwoord"))


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All that I wrote, sent in or not."""
    own = list(Submission.objects.filter(contributor=the_member(request)).select_related("page"))
    stage = stages(own)
    entries = [(submission, stage[submission.pk]) for submission in own]
    return render(request, "practices/contributing/mine.html", {"entries": entries})


@login_required
@require_safe
def submission(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where it stands and what the editors say."""
    return _show(request, own_submission(request, uuid))


@login_required
@require_POST
def answer(request: HttpRequest, uuid: UUID, comment_id: int) -> HttpResponseBase:
    """Answers one comment, which the editors then see at the same place in the text."""
    found = own_submission(request, uuid)
    comment = get_object_or_404(Comment, pk=comment_id, page_id=found.page_id or 0)
    form = ReplyForm(request.POST, prefix=f"c{comment.pk}")
    if not form.is_valid():
        return _show(request, found, {comment.pk: form}, status=422)
    reply(comment, the_member(request), form.cleaned_data["text"])
    messages.success(request, _("Je antwoord staat erbij."))
    return redirect(reverse("practices:submission", args=[uuid]) + f"#opmerking-{comment.pk}")


@login_required
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Throws away what was not sent in."""
    found = own_submission(request, uuid)
    if not policy.may_delete(request.user, found):
        raise PermissionDenied
    for picture in found.pictures.all():
        delete_file(picture)
    found.delete()
    messages.success(request, _("Weggegooid."))
    return redirect("practices:mine")


def _show(
    request: HttpRequest, found: Submission, forms: dict[int, ReplyForm] | None = None, status: int = 200
) -> HttpResponse:
    remarks = remarks_on(found, the_member(request))
    bound = forms or {}
    context = {
        "submission": found,
        "stage": stage_of(found),
        "returned": returned_with(found),
        "remarks": [(one, bound.get(one.said.pk) or ReplyForm(prefix=f"c{one.said.pk}")) for one in remarks],
        "page_url": page_url(found.page) if found.page and found.page.live else "",
        "may_delete": policy.may_delete(request.user, found),
        "may_change": policy.may_change(request.user, found),
    }
    return render(request, "practices/contributing/submission.html", context, status=status)
