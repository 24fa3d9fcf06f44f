"""What an insight is cited as: the publication that it tells about."""

from __future__ import annotations

import datetime as dt

from citing import items
from citing.items import CslDate, CslItem
from research.models import InsightPage
from research.models.insight import PublicationType

_KINDS = {
    PublicationType.ARTICLE: "article-journal",
    PublicationType.REPORT: "report",
    PublicationType.CHAPTER: "chapter",
    PublicationType.BOOK: "book",
    PublicationType.THESIS: "thesis",
    PublicationType.DATASET: "dataset",
    PublicationType.WEB_PAGE: "webpage",
}
#: Where these appeared is a journal, a book or a site; where the others appeared is who published them.
_IN_A_CONTAINER = {PublicationType.ARTICLE, PublicationType.CHAPTER, PublicationType.WEB_PAGE}


def register() -> None:
    """Insights are cited as their publication; called once, when the room is ready."""
    items.register(InsightPage.content_kind, publication_item)


def publication_item(page: InsightPage) -> CslItem:
    """The publication of an insight, with what its page knows of it. Asks the authors of the page."""
    kind = PublicationType(page.publication_type)
    item = CslItem(
        id=f"publicatie-{page.pk}",
        type=_KINDS[kind],
        title=page.reference_title,
        author=items.authors_of(page),
        issued=date_of_publication(page.publication_date),
        language=page.source_language,
    )
    if page.published_in:
        item["container-title" if kind in _IN_A_CONTAINER else "publisher"] = page.published_in
    if page.volume:
        item["volume"] = page.volume
    if page.issue:
        item["number" if kind == PublicationType.REPORT else "issue"] = page.issue
    if page.pages:
        item["page"] = page.pages.replace("–", "-")
    if page.doi:
        item["DOI"] = page.doi
    return item


def date_of_publication(day: dt.date) -> CslDate:
    """The date; of the first of January only the year, because that is what is entered when no more is known."""
    return {"date-parts": [[day.year]]} if (day.month, day.day) == (1, 1) else items.whole_date(day)
