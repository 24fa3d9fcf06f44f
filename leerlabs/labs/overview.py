"""The overview of Leerlabs: those that this reader may know of, by theme."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from caching.policy import never_cached
from editorial.reading import breadcrumb_of
from leerlabs.labs.cards import cards_of
from leerlabs.labs.paging import page_links
from leerlabs.models import LeerlabPage
from leerlabs.policy import visible_leerlabs
from vocabulary.memory import KnownTerm, vocabulary
from vocabulary.models import ThemedPage

if TYPE_CHECKING:
    from leerlabs.models import LeerlabIndexPage

PAGE_SIZE = 24


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme to filter by, with how many Leerlabs it would leave."""

    term: KnownTerm
    count: int
    url: str
    is_chosen: bool


@never_cached
def overview(request: HttpRequest, page: LeerlabIndexPage) -> HttpResponse:
    """The list. What the reader may not know of is in no count either."""
    visible = visible_leerlabs(request.user)
    chosen = vocabulary().by_code.get(("theme", request.GET.get("thema", "")))
    found = _about(visible, chosen).order_by(F("archived_at").asc(nulls_first=True), "-first_published_at", "-pk")
    shown = Paginator(found, PAGE_SIZE).get_page(request.GET.get("pagina"))
    context = {
        "page": page,
        "self": page,
        "breadcrumb": breadcrumb_of(page),
        "cards": cards_of(list(shown), request.user),
        "total": shown.paginator.count,
        "themes": _themes(visible, chosen),
        "chosen_theme": chosen,
        **page_links(request, shown),
    }
    response = TemplateResponse(request, "leerlabs/leerlab_index_page.html", context)
    add_never_cache_headers(response)
    return response


def _about(leerlabs: QuerySet[LeerlabPage], theme: KnownTerm | None) -> QuerySet[LeerlabPage]:
    """Those about ``theme`` or about a theme below it."""
    if theme is None:
        return leerlabs
    ids = [term.pk for term in vocabulary().of_kind("theme") if theme.code in term.with_parents]
    tagged = ThemedPage.objects.filter(tag_id__in=ids).values("content_object_id")
    return leerlabs.filter(pk__in=tagged)


def _themes(leerlabs: QuerySet[LeerlabPage], chosen: KnownTerm | None) -> list[ThemeLink]:
    """The themes of these Leerlabs; one counts once for each theme above its own."""
    tagged = ThemedPage.objects.filter(content_object_id__in=leerlabs.values("pk"))
    known = vocabulary()
    codes: dict[int, set[str]] = {}
    for leerlab_id, theme_id in tagged.values_list("content_object_id", "tag_id"):
        if term := known.by_pk.get(("theme", theme_id)):
            codes.setdefault(leerlab_id, set()).update(term.with_parents)
    counts = Counter(code for chosen_codes in codes.values() for code in chosen_codes)
    terms = [known.by_code["theme", code] for code in counts if ("theme", code) in known.by_code]
    return [
        ThemeLink(term, counts[term.code], "?" + urlencode({"thema": term.code}), term == chosen)
        for term in sorted(terms, key=lambda term: (-counts[term.code], term.label))
    ]
