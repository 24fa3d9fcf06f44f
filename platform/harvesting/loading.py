"""Reading many pages for machines, in a number of queries that depends on the kinds and not on the pages."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from wagtail.documents import get_document_model
from wagtail.models import Page

from editorial.models import ContentPage, PageAuthor
from editorial.reading import Author
from harvesting import metadata
from harvesting.files import document_ids
from harvesting.kinds import model_by_type, recordable
from harvesting.metadata import Metadata, part_ids_of
from harvesting.parts import public_parts
from vocabulary.page_terms import terms_of_pages

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A public page as an instance of its own class, and what is said of it."""

    page: ContentPage
    metadata: Metadata


def load(page_ids: Iterable[int]) -> dict[int, Loaded]:
    """Those of the pages that are public at this moment, by primary key.

    A page that cannot be described is left out and logged: it stops no harvest.
    """
    models = model_by_type()
    by_model: dict[type[ContentPage], list[int]] = {}
    public = recordable(Page.objects.filter(pk__in=list(page_ids))).values_list("pk", "content_type_id")
    for page_id, type_id in public:
        by_model.setdefault(models[type_id], []).append(page_id)
    return {loaded.page.pk: loaded for model, ids in by_model.items() for loaded in _loaded(model, ids)}


def public_among(page_ids: Iterable[int]) -> set[int]:
    """Those of the pages that are public at this moment."""
    return set(recordable(Page.objects.filter(pk__in=list(page_ids))).values_list("pk", flat=True))


def _loaded(model: type[ContentPage], ids: Sequence[int]) -> Iterator[Loaded]:
    authors = PageAuthor.objects.select_related("person__organisation").order_by("sort_order", "pk")
    pages: list[Any] = list(
        model._default_manager.filter(pk__in=ids)
        .select_related(*model.detail_select_related)
        .prefetch_related(Prefetch("page_authors", queryset=authors))
    )
    terms = terms_of_pages(model, [page.pk for page in pages])
    wanted = document_ids(pages, metadata.file_fields_of(model.content_kind))
    documents = get_document_model()._default_manager.in_bulk(wanted) if wanted else {}
    parts = public_parts({part_id for page in pages for part_id in part_ids_of(page)})
    for page in pages:
        try:
            said = metadata.describe(page, _authors(page), terms[page.pk], documents, parts)
        except Exception:
            logger.exception("Page %s could not be described for machines", page.pk)
        else:
            yield Loaded(page, said)


def _authors(page: ContentPage) -> list[Author]:
    rows = page.page_authors.all()
    return [Author(row.person, row.affiliation or str(row.person.organisation or "")) for row in rows]
