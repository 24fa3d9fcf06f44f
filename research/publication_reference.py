"""What an insight is cited as: the publication that it tells about."""

from __future__ import annotations

from citing import items
from citing.items import CslDate, CslItem
from citing.names import name_from_text
from research.models import InsightPage
from research.models.insight import DatePrecision, PublicationType

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
        issued=_issued(page),
        language=page.source_language,
    )
    _put_where(item, page, kind)
    if page.volume:
        item["volume"] = page.volume
    if page.issue:
        item["number" if kind == PublicationType.REPORT else "issue"] = page.issue
    if page.pages:
        item["page"] = page.pages.replace("–", "-")
    if page.isbn:
        item["ISBN"] = page.isbn
    if page.issn:
        item["ISSN"] = page.issn
    if page.doi:
        item["DOI"] = page.doi
    elif page.source_url:
        item["URL"] = page.source_url
    return item


def _put_where(item: CslItem, page: InsightPage, kind: PublicationType) -> None:
    """Journal, book or site, and publisher; a report's or book's "published in" is its publisher when none is named."""
    if page.publisher:
        item["publisher"] = page.publisher
    if page.publisher_place:
        item["publisher-place"] = page.publisher_place
    if page.published_in and kind in _IN_A_CONTAINER:
        item["container-title"] = page.published_in
        if page.published_in_short:
            item["container-title-short"] = page.published_in_short
    elif page.published_in and not page.publisher:
        item["publisher"] = page.published_in
    elif page.published_in and page.published_in != page.publisher:
        item["collection-title"] = page.published_in
    editors = [name_from_text(name) for name in page.book_editors.split(";") if name.strip()]
    if editors:
        item["editor"] = editors


def _issued(page: InsightPage) -> CslDate:
    """The date as far as it is known."""
    day = page.publication_date
    known = {DatePrecision.YEAR: 1, DatePrecision.MONTH: 2}.get(DatePrecision(page.date_precision), 3)
    return {"date-parts": [[day.year, day.month, day.day][:known]]}
