"""Describing content pages to the index: the part that all kinds share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import formats, translation

from editorial.addresses import site_path
from editorial.licences import Licence
from editorial.models import ContentPage
from editorial.plain_text import joined
from search.documents import SearchDocument
from vocabulary.level_text import level_text
from vocabulary.memory import KnownTerm, vocabulary
from vocabulary.page_terms import PageTerms, terms_of, terms_of_pages


def describe(
    page: ContentPage,
    *,
    body: Iterable[Any],
    shown_date: date | None,
    keywords: Iterable[str] = (),
    facets: Mapping[str, Iterable[str]] | None = None,
    card: Mapping[str, Any] | None = None,
    extra_regions: Iterable[KnownTerm] = (),
    order_values: Mapping[str, float | None] | None = None,
    weight: float = 1.0,
) -> SearchDocument:
    """The document of ``page``: what its kind adds goes before what all kinds have.

    The Dutch texts of the card are made in Dutch whatever language is active, because the index keeps them.
    """
    terms: PageTerms = getattr(page, "index_terms", None) or terms_of(page)
    regions = tuple(dict.fromkeys([*terms.regions, *extra_regions]))
    with translation.override("nl"):
        return SearchDocument(
            page_id=page.pk,
            type=page.content_kind,
            title=page.title,
            path=site_path(page.url_path),
            summary=page.summary,
            body=joined(body),
            keywords=(*keywords, *_names_of(terms.themes), *_names_of(terms.levels), *_names_of(regions)),
            date=shown_date,
            facets={**_facets_of(page, terms, regions), **_tuples(facets)},
            card={**_card_of(page, terms, shown_date), **(card or {})},
            order_values=dict(order_values or {}),
            weight=weight,
        )


def with_terms(pages: QuerySet[Any]) -> list[Any]:
    """Many pages of one kind with their related rows and terms, in a few queries for all."""
    model = pages.model
    loaded = list(pages.select_related(*model.detail_select_related))
    terms = terms_of_pages(model, [page.pk for page in loaded])
    for page in loaded:
        page.index_terms = terms[page.pk]
    return loaded


def _facets_of(page: ContentPage, terms: PageTerms, regions: Iterable[KnownTerm]) -> dict[str, tuple[str, ...]]:
    return {
        "type": (page.content_kind,),
        "thema": _codes_with_parents(terms.themes),
        "niveau": _level_codes(terms.levels),
        "vak": _codes_with_parents(terms.subjects),
        "doelgroep": _codes_with_parents(terms.audiences),
        "regio": _codes_with_parents(regions),
        "licentie": (page.licence,) if page.licence else (),
    }


def _card_of(page: ContentPage, terms: PageTerms, shown_date: date | None) -> dict[str, Any]:
    return {
        "kind": page.content_kind,
        "title": page.title,
        "url": site_path(page.url_path),
        "summary": page.summary,
        "themes": [{"code": term.code, "label": term.label} for term in terms.themes],
        "levels": level_text(terms.levels),
        "date": shown_date.isoformat() if shown_date else "",
        "date_text": formats.date_format(shown_date, "j F Y") if shown_date else "",
        "licence": Licence(page.licence).short if page.licence else "",
    }


def _codes_with_parents(terms: Iterable[KnownTerm]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for term in terms for code in term.with_parents))


def _level_codes(levels: tuple[KnownTerm, ...]) -> tuple[str, ...]:
    """The levels with those above them, and below one that is named without any of its groups all of these.

    What is for primary education is for group 5 too.
    """
    codes = _codes_with_parents(levels)
    whole = [level for level in levels if not any(level.code in other.parents for other in levels)]
    groups = (child.code for level in whole for child in vocabulary().children("level", level.code))
    return tuple(dict.fromkeys((*codes, *groups)))


def _names_of(terms: Iterable[KnownTerm]) -> list[str]:
    return [name for term in terms for name in (term.label, *term.synonyms)]


def _tuples(facets: Mapping[str, Iterable[str]] | None) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in (facets or {}).items()}
