"""The questions that everyone may read and that have no answer yet."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caching.policy import never_cached
from organisations.pagination import page_links
from research.questions.work_list import public_questions

_A_PAGE = 30


@never_cached
@require_safe
def running(request: HttpRequest) -> HttpResponse:
    """The newest first, each with a way to follow it."""
    page = Paginator(public_questions(), _A_PAGE).get_page(request.GET.get("pagina"))
    links = page_links(page, request.path, lambda number: urlencode({"pagina": number}) if number > 1 else "")
    return render(request, "research/questions/running.html", {"questions": page.object_list, **links})
