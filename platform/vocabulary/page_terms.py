"""The terms of a page, in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import CharField, F, ManyToManyField, Model, QuerySet, Value

from vocabulary.memory import KINDS, KnownTerm, vocabulary
from vocabulary.models import ThemedPage

_FIELDS = {"level": "levels", "subject": "subjects", "audience": "audiences", "region": "regions"}


@dataclass(frozen=True, slots=True)
class PageTerms:
    """What a page is classified as; each in the order of its vocabulary."""

    themes: tuple[KnownTerm, ...] = ()
    levels: tuple[KnownTerm, ...] = ()
    subjects: tuple[KnownTerm, ...] = ()
    audiences: tuple[KnownTerm, ...] = ()
    regions: tuple[KnownTerm, ...] = ()


def terms_of(page: Any) -> PageTerms:
    """The terms of ``page``: of a preview those of the draft, otherwise those in the database."""
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return _of_draft(page)
    return terms_of_pages(type(page), [page.pk]).get(page.pk, PageTerms())


def terms_of_pages(model: type[Model], pks: Iterable[int]) -> dict[int, PageTerms]:
    """The terms of many pages of one kind, by primary key, in one query whatever their number."""
    pks = list(pks)
    found: dict[int, list[tuple[str, int]]] = {pk: [] for pk in pks}
    for page_id, kind, term_id in _rows(model, pks):
        found[page_id].append((kind, term_id))
    return {pk: _page_terms(pairs) for pk, pairs in found.items()}


def _rows(model: type[Model], pks: list[int]) -> QuerySet[Any, tuple[int, str, int]]:
    queries = [
        ThemedPage.objects.filter(content_object_id__in=pks)
        .order_by()
        .values_list(F("content_object_id"), Value("theme", CharField()), F("tag_id"))
    ]
    for kind, field_name in _FIELDS.items():
        field = cast("ManyToManyField[Any, Any]", model._meta.get_field(field_name))
        through = cast("type[Model]", field.remote_field.through)
        own, other = field.m2m_column_name(), field.m2m_reverse_name()
        queries.append(
            through._default_manager.filter(**{f"{own}__in": pks})
            .order_by()
            .values_list(F(own), Value(kind, CharField()), F(other))
        )
    return queries[0].union(*queries[1:], all=True)


def _of_draft(page: Any) -> PageTerms:
    pairs = [("theme", tag.pk) for tag in page.themes.all()]
    for kind, field_name in _FIELDS.items():
        pairs += [(kind, term.pk) for term in getattr(page, field_name).all()]
    return _page_terms(pairs)


def _page_terms(pairs: list[tuple[str, int]]) -> PageTerms:
    known = vocabulary().by_pk
    terms = sorted((known[pair] for pair in pairs if pair in known), key=lambda term: (term.order, term.label))
    return PageTerms(*(tuple(term for term in terms if term.kind == kind) for kind in KINDS))
