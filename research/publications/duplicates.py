"""Whether a publication is there already."""

from __future__ import annotations

from research.models import InsightPage
from research.publications.models import Submission


def same_doi(doi: str, apart_from: Submission | None = None) -> InsightPage | None:
    """A page about the publication with this DOI, public or on its way there; None when there is none."""
    if not doi:
        return None
    pages = InsightPage.objects.filter(doi__iexact=doi)
    if apart_from is not None and apart_from.page_id:
        pages = pages.exclude(pk=apart_from.page_id)
    return pages.order_by("-live", "pk").first()
