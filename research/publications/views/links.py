"""What the publication is linked to: a project line, and other pages, found by searching."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from editorial.publicity import public
from research.projects.models import ProjectLinePage
from research.publications import saving
from research.publications.answers import LABELS
from research.publications.forms.base import StepForm
from research.publications.links import KINDS, LINKABLE, MOST_LINKS, linkable, links_in
from research.publications.models import Submission
from research.publications.saving import now_shown
from research.publications.steps import LINKS, STEPS
from research.publications.views.showing import frame, readable
from search import service
from search.request import SearchRequest
from search.results import Hit

#: So many pages are offered for one search.
MOST_FOUND = 10


class LinksForm(StepForm):
    """The project line; the other pages are added one by one."""

    names = ("project",)

    def __init__(self, submission: Submission, answers: Answers, data: Any = None, **kwargs: Any) -> None:
        super().__init__(submission, answers, data, **kwargs)
        lines = public(ProjectLinePage.objects.order_by("title")).values_list("pk", "title")
        self.fields["project"] = forms.ChoiceField(
            label=str(LABELS["project"]),
            required=False,
            choices=[("", _("Bij geen enkele lijn")), *((str(pk), title) for pk, title in lines)],
            help_text=_("Alleen als het onderzoek bij een lijn van ONA hoort."),
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Shows the links, looks for pages, or keeps what was chosen."""
    submission = own_submission(request, Submission, uuid)
    shown = now_shown(submission)
    if request.method != "POST":
        return _show(request, submission, LinksForm(submission, shown.answers), shown)
    form = LinksForm(submission, shown.answers, request.POST)
    version = number_in(request, "version") or 0
    if not form.is_valid():
        return _show(request, submission, form, shown, version=version, status=422)
    if "find" in request.POST:
        found = _found(request.POST.get("q", ""))
        return _show(request, submission, form, shown, version=version, found=found)
    relations = _chosen(request, shown.answers.get("relations") or [])
    posted = {**form.answers(), "relations": relations}
    saved = saving.save_step(submission, LINKS, posted, version, number_in(request, "seen"))
    if not saved.done:
        return _show(request, submission, form, shown, version=saved.version, elsewhere=saved.elsewhere, status=409)
    return go_on(request, submission, STEPS, LINKS, stay="add" in request.POST or "remove" in request.POST)


def _chosen(request: HttpRequest, relations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The links with the one that was added or taken out."""
    chosen = [dict(row) for row in relations]
    removed = request.POST.get("remove", "")
    chosen = [row for row in chosen if f"{row['kind']}:{row['page']}" != removed]
    page_id = number_in(request, "add")
    kind = request.POST.get(f"kind-{page_id}", "")
    page = linkable(page_id) if page_id is not None and kind in KINDS else None
    new = {"page": page.pk, "kind": kind} if page is not None else None
    if new and new not in chosen and len(chosen) < MOST_LINKS:
        chosen.append(new)
    return chosen


def _found(query: str) -> list[Hit]:
    """Pages that a publication can be linked to, by the words of a search."""
    words = query.strip()[:200]
    if not words:
        return []
    asked = SearchRequest(
        query=words, typed=words, filters={"type": tuple(sorted(LINKABLE))}, literal=True, page_size=MOST_FOUND
    )
    return list(service.find(asked).hits)


def _show(
    request: HttpRequest,
    submission: Submission,
    form: LinksForm,
    shown: Shown,
    *,
    version: int | None = None,
    elsewhere: Answers | None = None,
    found: list[Hit] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, submission, shown, LINKS, version)
    context |= {
        "form": form,
        "rows": rows_of(
            form,
            (),
            readable,
            conflicts=shown.conflicts,
            elsewhere={},
            remarks=context["remarks"],
            omitted=submission.omitted,
        ),
        "elsewhere": elsewhere,
        "links": links_in(shown.answers.get("relations") or []),
        "kinds": [(kind.value, kind.label) for kind in KINDS],
        "found": found,
        "query": request.POST.get("q", ""),
    }
    return render(request, "research/publications/links.html", context, status=status)
