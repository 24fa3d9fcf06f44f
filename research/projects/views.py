"""The pages of researchers, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from unicodedata import normalize
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.models import Person
from caching.policy import cached
from organisations.pagination import page_links
from research.projects.finding_researchers import LONGEST_QUERY, found, query_in
from research.projects.on_profiles import public_profile_url
from research.projects.person_document import document_of
from research.projects.public_people import listed
from research.projects.researcher_overview import work_of

PAGE_SIZE = 60
#: The parameter with the number of the page.
PAGE_NUMBER = "pagina"
#: The parameter with what somebody looks for.
QUERY = "q"


@require_safe
def show_researcher(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything public of one person. Raises Http404 for who wrote nothing and works on no line."""
    person = get_object_or_404(Person.objects.select_related("organisation", "user__profile"), slug=slug)
    work = work_of(person)
    if work.is_empty:
        raise Http404
    context = {"person": person, "work": work, "profile_url": public_profile_url(person)}
    context["document"] = document_of(person)
    return render(request, "research/projects/researcher.html", context)


@require_safe
@cached(PAGE_NUMBER, except_with=(QUERY,))
def list_researchers(request: HttpRequest) -> HttpResponse:
    """Who does research, by name, or who of them is looked for. Raises Http404 for a page that is not there."""
    query = query_in(request.GET.get(QUERY, ""))
    paginator: Paginator[Any] = Paginator(found(query) if query else listed(), PAGE_SIZE)
    asked = request.GET.get(PAGE_NUMBER) or "1"
    if not asked.isdecimal() or len(asked) > 6 or int(asked) not in paginator.page_range:
        raise Http404
    page = paginator.page(int(asked))
    people: Iterable[Person] = listed().filter(pk__in=page.object_list) if query else page.object_list
    context = {
        "letters": _by_letter(people),
        "total": paginator.count,
        "is_first": page.number == 1,
        "query": query,
        "longest_query": LONGEST_QUERY,
        **page_links(page, request.path, lambda number: _parameters(query, number)),
    }
    return render(request, "research/projects/researchers.html", context)


def _parameters(query: str, number: int) -> str:
    return urlencode({**({QUERY: query} if query else {}), **({PAGE_NUMBER: number} if number > 1 else {})})


def _by_letter(people: Iterable[Person]) -> list[tuple[str, list[Person]]]:
    """People under the first letter of their family name, without its accent."""
    groups = groupby(people, key=lambda person: normalize("NFD", person.family_name)[:1].upper())
    return [(letter, list(group)) for letter, group in groups]
