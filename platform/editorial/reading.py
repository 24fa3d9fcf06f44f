"""What a reader's page needs besides its own fields, in as few queries as can be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils.translation import get_language
from wagtail.models import Page

from accounts.models import Person
from editorial.addresses import localised, site_path
from editorial.models.authorship import PageAuthor
from editorial.models.relation import PageRelation, RelationKind
from editorial.publicity import is_public
from vocabulary.page_terms import terms_of

if TYPE_CHECKING:
    from editorial.models.content_page import ContentPage


@dataclass(frozen=True, slots=True)
class Author:
    """One author in the order of the page, with the affiliation of that time."""

    person: Person
    affiliation: str


@dataclass(frozen=True, slots=True)
class RelatedPage:
    """One relation as it is shown on either end."""

    label: str
    kind: str
    title: str
    url: str
    content_kind: str
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path to a page."""

    title: str
    url: str


def reading_context(page: ContentPage) -> dict[str, Any]:
    """Template variables ``terms``, ``authors``, ``relations`` and ``breadcrumb`` of a page."""
    return {
        "terms": terms_of(page),
        "authors": authors_of(page),
        "relations": saying_most(relations_of(page)),
        "breadcrumb": breadcrumb_of(page),
    }


def authors_of(page: ContentPage) -> tuple[Author, ...]:
    """The authors in order; one query, also for whoever asks ``page.page_authors`` after this.

    A preview shows the draft's own.
    """
    if page.pk is not None and not getattr(page, "_cluster_related_objects", None):
        rows = PageAuthor.objects.select_related("person__organisation")
        prefetch_related_objects([page], Prefetch("page_authors", queryset=rows))
    authors = page.page_authors.all()
    return tuple(Author(row.person, row.affiliation or str(row.person.organisation or "")) for row in authors)


def relations_of(page: ContentPage) -> tuple[RelatedPage, ...]:
    """Relations with public pages, from both sides; one query."""
    if page.pk is None:
        return ()
    rows = (
        PageRelation.objects.filter(Q(source_id=page.pk) | Q(target_id=page.pk))
        .select_related("source", "target")
        .order_by("kind", "sort_order", "pk")
    )
    shown: dict[tuple[str, int], RelatedPage] = {}
    for row in rows:
        outgoing = row.source_id == page.pk
        other = row.target if outgoing else row.source
        if is_public(other):
            related = _related(RelationKind(row.kind), other, outgoing)
            # Two pages that name each other say the same thing twice.
            shown.setdefault((related.label, other.pk), related)
    return tuple(shown.values())


def saying_most(relations: Iterable[RelatedPage]) -> tuple[RelatedPage, ...]:
    """The same as a reader needs them: that pages belong together needs no saying where more is said of them."""
    every = tuple(relations)
    known = {one.url for one in every if one.kind != RelationKind.RELATED}
    return tuple(one for one in every if one.kind != RelationKind.RELATED or one.url not in known)


def _related(kind: RelationKind, other: Page, outgoing: bool) -> RelatedPage:
    return RelatedPage(
        label=str(kind.label) if outgoing else kind.inverse_label,
        kind=kind.value,
        title=other.title,
        url=page_url(other),
        content_kind=content_kind_of(other),
        outgoing=outgoing,
    )


def content_kind_of(page: Page) -> str:
    """The kind of a page that was read from the page table only."""
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    return getattr(model, "content_kind", "page")


def page_url(page: Page) -> str:
    """The address of ``page`` in the language of this request, without a query."""
    return localised(site_path(page.url_path), get_language() or "nl")


def breadcrumb_of(page: Page) -> tuple[Crumb, ...]:
    """The pages from the front page down to the parent; one query."""
    if not page.path:
        return ()
    above = page.get_ancestors().filter(depth__gte=2).only("title", "url_path", "depth", "path")
    return tuple(Crumb(ancestor.title, page_url(ancestor)) for ancestor in above)
