"""The search as JSON: ``/api/zoeken/`` and ``/api/suggesties/``."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from editorial.addresses import localised
from search import labels
from search.facets import FACET_NAMES
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import Hit, SearchResults
from search.service import find, suggest

MAX_PREFIX_LENGTH = 100


@require_safe
def search_api(request: HttpRequest) -> JsonResponse:
    """Total, results, facets with counts, suggestion and the engine that answered; 400 says what is wrong."""
    try:
        search = parse(request.GET)
    except InvalidSearch as problem:
        return JsonResponse({"error": str(problem), "field": problem.field}, status=400)
    results = find(search)
    return JsonResponse(
        {
            "total": results.total,
            "results": [_result(hit) for hit in results.hits],
            "facets": {name: _facet(name, search, results) for name in FACET_NAMES},
            "suggestion": results.suggestion,
            "engine": results.engine,
        }
    )


@require_safe
def suggestions_api(request: HttpRequest) -> JsonResponse:
    """A list of strings that complete ``q``; empty for a prefix nobody can mean."""
    prefix = request.GET.get("q", "").strip()
    found = suggest(prefix) if 2 <= len(prefix) <= MAX_PREFIX_LENGTH else []
    return JsonResponse(found, safe=False)


def _result(hit: Hit) -> dict[str, object]:
    return {
        "title": hit.title,
        "url": localised(hit.path, get_language() or "nl"),
        "type": hit.type,
        "snippet": hit.snippet,
        "themes": list(hit.themes),
        "score": hit.score,
    }


def _facet(name: str, search: SearchRequest, results: SearchResults) -> list[dict[str, object]]:
    chosen = search.filters.get(name, ())
    counts = results.facets.get(name, {})
    codes = [code for code in labels.codes(name) if code in counts]
    codes += [code for code in (*counts, *chosen) if code not in codes]
    return [
        {
            "value": code,
            "label": labels.label(name, code),
            "count": counts.get(code, 0),
            "selected": code in chosen,
        }
        for code in dict.fromkeys(codes)
    ]
