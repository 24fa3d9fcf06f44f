"""Which pages are in the index, and how their rooms describe them.

A room registers its page classes when it is ready; the search itself knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page

from editorial.publicity import public_in_database
from search.documents import SearchDocument

#: Makes a document of a published page; None keeps the page out of the index.
Describe: TypeAlias = Callable[[Page], SearchDocument | None]
#: Adds what :data:`Describe` needs to a queryset of many pages, so that a few queries serve all.
Prefetch: TypeAlias = Callable[[QuerySet[Page]], Iterable[Page]]
#: Told of a page that could not be described, and why.
OnError: TypeAlias = Callable[[int, Exception], None]


@dataclass(slots=True)
class _Registration:
    describe: Describe
    prefetch: Prefetch | None = None


_registered: dict[type[Page], _Registration] = {}


def register(page_model: type[Page], describe: Describe) -> None:
    """Let pages of this very class be found (subclasses register themselves)."""
    _registered[page_model] = _Registration(describe)


def bulk(page_model: type[Page], prefetch: Prefetch) -> None:
    """Say what to load along when many pages of a registered class are described."""
    _registered[page_model].prefetch = prefetch


def unregister(page_model: type[Page]) -> None:
    """Take a class out again."""
    _registered.pop(page_model, None)


def is_registered(page_model: type[Page]) -> bool:
    """Whether pages of this class can be in the index."""
    return page_model in _registered


def registered_models() -> tuple[type[Page], ...]:
    """The page classes that can be in the index."""
    return tuple(_registered)


def is_indexable(page: Page) -> bool:
    """Whether anyone may find this page: the one answer for index, repair and fallback."""
    return is_registered(page.specific_class) and indexable(Page.objects.filter(pk=page.pk)).exists()


def indexable(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these, the pages that may be found: published, public, not expired, of a registered class."""
    types = ContentType.objects.get_for_models(*_registered).values()
    return public_in_database(pages).filter(content_type__in=types)


def documents(page_ids: Iterable[int], on_error: OnError | None = None) -> Iterator[SearchDocument]:
    """Describe those of the pages that may be found, from their published rows, with few queries.

    Without ``on_error`` the first page that cannot be described ends it with its exception; with it that page
    is reported and the others follow. The order is not that of ``page_ids``.
    """
    models = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*_registered).items()}
    by_type: dict[int, list[int]] = {}
    found = indexable(Page.objects.filter(pk__in=list(page_ids))).order_by("pk")
    for page_id, type_id in found.values_list("pk", "content_type_id"):
        by_type.setdefault(type_id, []).append(page_id)
    for type_id, ids in by_type.items():
        yield from _described(models[type_id], ids, on_error)


def _described(model: type[Page], ids: Sequence[int], on_error: OnError | None) -> Iterator[SearchDocument]:
    registration = _registered[model]
    try:
        pages = list(_loaded(model, registration, ids))
    except Exception as problem:
        if on_error is None:
            raise
        if len(ids) == 1:
            on_error(ids[0], problem)
            return
        # One page spoils what is loaded for all of them: find it.
        for page_id in ids:
            yield from _described(model, [page_id], on_error)
        return
    for page in pages:
        try:
            document = registration.describe(page)
        except Exception as problem:
            if on_error is None:
                raise
            on_error(page.pk, problem)
        else:
            if document is not None:
                yield document


def _loaded(model: type[Page], registration: _Registration, ids: Sequence[int]) -> Iterable[Page]:
    pages = model._default_manager.filter(pk__in=ids).order_by("pk")
    return registration.prefetch(pages) if registration.prefetch else pages
