"""The simple search that answers when the engine does not: titles and summaries in the database, bounded."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from wagtail.models import Page

from search import registry
from search.analysis import Token, analyse
from search.documents import SearchDocument
from search.orders import order_keys, orders
from search.request import SearchRequest
from search.results import Hit, SearchResults, in_order
from search.snippets import highlight, snippet

NAME = "eenvoudig"
#: Pages that are looked at for one answer: a few pages of results, in a fraction of a second.
MAX_PAGES = 60
MAX_WORDS = 4


def find(request: SearchRequest, marked: frozenset[str] = frozenset()) -> SearchResults:
    """Pages with all words in their title, description or summary, newest first, within the filters.

    At most :data:`MAX_PAGES` are looked at, so ``total`` may be too low; there are no counts per filter. A
    page that cannot be described is left out.
    """
    candidates = _candidates(request).order_by("-first_published_at", "-pk")[:MAX_PAGES]
    page_ids = list(candidates.values_list("pk", flat=True))
    described = {d.page_id: d for d in registry.documents(page_ids, on_error=lambda page_id, problem: None)}
    found = [described[pk] for pk in page_ids if pk in described and _passes(described[pk], request)]
    if request.sort == "date":
        found.sort(key=lambda document: document.date.isoformat() if document.date else "", reverse=True)
    elif request.sort in orders():
        found.sort(key=lambda document: _place(document, request.sort))
    shown = found[request.offset : request.offset + request.page_size]
    hits = tuple(_hit(document, marked) for document in shown)
    return SearchResults(hits=hits, total=len(found), engine=NAME)


def _place(document: SearchDocument, order: str) -> tuple[bool, str, int]:
    """Where the page stands in a registered order: as in the engines, those without a value last."""
    key = order_keys(document).get(order)
    return key is None, key or "", -document.page_id


def pages(page_ids: Sequence[int]) -> tuple[Hit, ...]:
    """These pages in this order, as far as they are public and can be described."""
    found = registry.documents(page_ids, on_error=lambda page_id, problem: None)
    return in_order([_hit(document, frozenset()) for document in found], page_ids)


def _candidates(request: SearchRequest) -> QuerySet[Page]:
    models = registry.registered_models()
    if kinds := request.filters.get("type"):
        models = tuple(model for model in models if getattr(model, "content_kind", "") in ("", *kinds))
    types = ContentType.objects.get_for_models(*models).values()
    pages = registry.indexable(Page.objects.filter(content_type__in=types))
    for token in [token for token in analyse(request.query) if not token.stop][:MAX_WORDS]:
        pages = pages.filter(_has(request.query, token, models))
    return pages


def _has(query: str, token: Token, models: tuple[type[Page], ...]) -> Q:
    """The word as written, or its stem where that is a beginning of it, somewhere in what is short."""
    written = query[token.start : token.end]
    text = written[: len(token.stem)] if written.casefold().startswith(token.stem) else written
    condition = Q(title__icontains=text) | Q(search_description__icontains=text)
    for model in models:
        if _has_summary(model):
            condition |= Q(pk__in=model._default_manager.filter(summary__icontains=text).values("pk"))
    return condition


def _has_summary(model: type[Page]) -> bool:
    try:
        model._meta.get_field("summary")
    except FieldDoesNotExist:
        return False
    return True


def _passes(document: SearchDocument, request: SearchRequest) -> bool:
    """The same rule as in the index: any of the values of a facet, in every facet; within the years."""
    chosen = request.filters.items()
    if not all(set(values) & set(document.facets.get(name, ())) for name, values in chosen if values):
        return False
    if request.year_from is None and request.year_to is None:
        return True
    year = document.year
    return year is not None and (request.year_from or year) <= year <= (request.year_to or year)


def _hit(document: SearchDocument, marked: frozenset[str]) -> Hit:
    piece = snippet(document.summary, document.body, marked)
    return Hit(
        page_id=document.page_id,
        type=document.type,
        title=document.title,
        path=document.path,
        title_html=highlight(document.title, marked),
        snippet_html=piece.html,
        snippet=piece.text,
        themes=document.facets.get("thema", ()),
        score=0.0,
        card=document.card,
    )
