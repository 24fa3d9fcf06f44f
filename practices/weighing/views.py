"""Comparing: ``/menukaart/vergelijken/?p=12&p=34``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from caching.policy import Policy, cached, declare, never_cached
from practices.models import InterventionPage
from practices.weighing.choosing import LISTS, list_url
from practices.weighing.columns import Column, columns_of
from practices.weighing.figures_beside import NEWEST_OF_EACH, FiguresBeside, figures_beside
from practices.weighing.offering import Offer, found_with, menukaart
from practices.weighing.remarks import remarks_on
from practices.weighing.selection import (
    EDITION_PARAMETER,
    LIST_PARAMETER,
    MOST,
    PARAMETER,
    QUERY_PARAMETER,
    Selection,
    compare_url,
    read_selection,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to another form of the same comparison."""

    label: str
    url: str
    is_current: bool = False


@require_safe
@cached(EDITION_PARAMETER, ordered=(PARAMETER,), except_with=(QUERY_PARAMETER,))
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four pages side by side; whatever cannot be shown is said, and the rest is shown all the same."""
    selection = read_selection(request.GET.getlist(PARAMETER))
    columns = columns_of(selection.page_ids)
    shown, waiting = columns[:MOST], columns[MOST:]
    edition = request.GET.get(EDITION_PARAMETER, "").strip()
    figures = figures_beside(shown, edition)
    ids = [column.page.pk for column in columns]
    offered = menukaart(ids)
    query = " ".join(request.GET.get(QUERY_PARAMETER, "").split())[:100]
    context = {
        "columns": [(column, _without(column, columns, edition)) for column in shown],
        "figures": figures,
        "has_interventions": any(column.is_intervention for column in shown),
        "has_practices": any(not column.is_intervention for column in shown),
        "can_justify": any(column.justify_url for column in shown),
        "edition_choices": _edition_choices(ids, figures),
        "remarks": remarks_on(selection, columns),
        "waiting": [Choice(column.page.title, _in_front(column, columns, edition)) for column in waiting],
        "kept_ids": ids,
        "list_urls": {slug: list_url(slug, ids) for slug in LISTS},
        "edition": edition,
        "query": query,
        "found": _addresses(found_with(query, ids).offers, ids, edition) if query else None,
        "offered": _addresses(offered.offers, ids, edition),
        "kind": InterventionPage.content_kind,
    }
    response = render(request, "practices/weighing/compare.html", context)
    if not (_is_as_asked(selection, ids) and figures.knows(edition) and offered.is_complete):
        declare(response, Policy(keep=False))
    return response


@never_cached
@require_safe
def remember(request: HttpRequest) -> HttpResponse:
    """Back to the list that ``bij`` says, with what was ticked in its address: the way without scripts."""
    chosen = read_selection(request.GET.getlist(PARAMETER)).page_ids
    return redirect(f"{list_url(request.GET.get(LIST_PARAMETER, ''), chosen)}#vergelijk")


def _is_as_asked(selection: Selection, shown: Sequence[int]) -> bool:
    """Whether all that was asked for stands there: such addresses are as many as the site has pages to compare.

    Those with something that cannot be shown are endless, and would push other pages out of the cache.
    """
    is_whole = not (selection.unreadable or selection.repeated or selection.unread)
    return is_whole and len(shown) <= MOST and list(selection.page_ids) == list(shown)


def _without(column: Column, columns: Sequence[Column], edition: str) -> str:
    return compare_url((other.page.pk for other in columns if other is not column), edition)


def _in_front(column: Column, columns: Sequence[Column], edition: str) -> str:
    others = (other.page.pk for other in columns if other is not column)
    return compare_url((column.page.pk, *others), edition)


def _edition_choices(ids: Sequence[int], figures: FiguresBeside) -> list[Choice]:
    """The editions that give any of these figures; none to choose from when there is one."""
    if len(figures.editions) < 2:
        return []
    of_one = [Choice(str(one), compare_url(ids, one.code), one == figures.edition) for one in figures.editions]
    newest = Choice(_("van elk de nieuwste"), compare_url(ids, NEWEST_OF_EACH), figures.edition is None)
    return [*of_one, newest]


def _addresses(offers: Sequence[Offer], ids: Sequence[int], edition: str) -> list[tuple[Offer, str]]:
    return [(offer, compare_url((*ids, offer.page_id), edition)) for offer in offers]
