"""Which pages everyone may see: the one answer for lists, files, the search index, records for machines and sitemap."""

from __future__ import annotations

from typing import TypeGuard, TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from editorial.restrictions import is_restricted, restricted_tree_paths

P = TypeVar("P", bound=Page)


def is_public(page: P | None) -> TypeGuard[P]:
    """Whether everyone may read this page now: it is live, and below no view restriction. Asks no query."""
    return page is not None and page.live and not is_restricted(page.path)


def public(pages: QuerySet[P]) -> QuerySet[P]:
    """Of these, the pages for which :func:`is_public` holds, for what readers are shown."""
    return pages.filter(live=True).exclude(_below(restricted_tree_paths()))


def public_in_database(pages: QuerySet[P]) -> QuerySet[P]:
    """The same for what is written down: as the transaction of a change sees it, one query dearer.

    A page past its last day counts as gone, also before the schedule took it offline.
    """
    not_over = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    restricted = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    return pages.filter(not_over, live=True, expired=False).exclude(_below(restricted))


def _below(tree_paths: tuple[str, ...]) -> Q:
    below = Q(pk__in=[])
    for path in tree_paths:
        below |= Q(path__startswith=path)
    return below
