"""What there is to do for kennismakelaars, and what a member asked, follows and takes on."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.asking import the_member
from organisations.pagination import page_links
from research.questions import work_list
from research.questions.models import Assignment, AssignmentState, Follower
from research.questions.policy import Role
from research.questions.standing import site_roles
from research.questions.work_list import WHOSE, Filter

_A_PAGE = 50


@login_required
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """All open questions, what is promised soonest first."""
    user = the_member(request)
    if not site_roles(user) & {Role.MAKELAAR, Role.EDITOR}:
        raise PermissionDenied
    chosen = Filter.from_query(request.GET.dict())
    numbers = work_list.counts(user)
    pages = Paginator(work_list.open_questions(chosen, user), _A_PAGE)
    page = pages.get_page(request.GET.get("pagina"))

    def query(number: int) -> str:
        asked = {"van": chosen.whose, "stand": chosen.state, "pagina": str(number) if number > 1 else ""}
        return urlencode({name: value for name, value in asked.items() if value})

    number_of = {"": numbers["all"], "mij": numbers["mine"], "niemand": numbers["nobodys"], "te-laat": numbers["late"]}
    context = {
        "questions": page.object_list,
        "chosen": chosen,
        "whose": [(word, label, number_of[word]) for word, label in WHOSE.items()],
        "total": numbers["all"],
        "late": numbers["late"],
        "states": work_list.counts_by_state(),
        **page_links(page, request.path, query),
    }
    return render(request, "research/questions/work.html", context)


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Asked, followed, and asked to look into."""
    user = the_member(request)
    rows = list(Follower.objects.filter(user=user).select_related("question").order_by("-question__state_since")[:200])
    assignments = Assignment.objects.filter(researcher=user).exclude(state=AssignmentState.DECLINED)
    context = {
        "asked": [row.question for row in rows if row.is_asker],
        "followed": [row.question for row in rows if not row.is_asker],
        "assigned": list(assignments.select_related("question").order_by("-asked_at")[:100]),
        "is_makelaar": Role.MAKELAAR in site_roles(user),
    }
    return render(request, "research/questions/mine.html", context)
