"""Which pages everyone may see: the one answer for the search index, the records for machines and the sitemap."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


def public(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these, the pages that are published, not expired, and below no view restriction."""
    now = timezone.now()
    return pages.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now), live=True, expired=False).exclude(
        _restricted()
    )


def _restricted() -> Q:
    """Pages with a view restriction of their own or of an ancestor."""
    restricted = Q(pk__in=[])
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        restricted |= Q(path__startswith=path)
    return restricted
