"""What a page is cited as: one reference in the shape of CSL-JSON.

Every content page can be cited as a page of this site. A room whose pages stand for something else (a publication)
registers a maker of its own for its kind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypedDict

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from accounts.models import Person
from citing.names import CslName, name_of
from editorial.addresses import site_path
from editorial.models import ContentPage

#: Year, month, day, or fewer of them, in ``date-parts``; two lists there are a period.
CslDate = TypedDict("CslDate", {"date-parts": list[list[int]], "literal": str}, total=False)

#: One reference. Values are plain text: no markup, nothing escaped. ``type`` and ``title`` are always there.
CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": str,
        "title": str,
        "title-short": str,
        "author": list[CslName],
        "editor": list[CslName],
        "issued": CslDate,
        "accessed": CslDate,
        "container-title": str,
        "container-title-short": str,
        "collection-title": str,
        "collection-number": str,
        "event-title": str,
        "event-place": str,
        "publisher": str,
        "publisher-place": str,
        "archive": str,
        "genre": str,
        "medium": str,
        "status": str,
        "version": str,
        "edition": str,
        "volume": str,
        "issue": str,
        "number": str,
        "page": str,
        "number-of-pages": str,
        "DOI": str,
        "ISBN": str,
        "ISSN": str,
        "URL": str,
        "language": str,
        "abstract": str,
        "keyword": str,
        "note": str,
    },
    total=False,
)

Maker = Callable[[Any], CslItem]

_KNOWN_AUTHORS = "authors_known_to_citing"
_makers: dict[str, Maker] = {}


def register(content_kind: str, make: Maker) -> None:
    """Have ``make`` say what a page of this kind is cited as. Raises ValueError for a kind that has a maker."""
    if content_kind in _makers:
        raise ValueError(f"Pages of the kind {content_kind} have a maker already")
    _makers[content_kind] = make


def stands_for_a_publication(page: Page) -> bool:
    """Whether the page is cited as something else than a page of this site."""
    return getattr(page, "content_kind", "") in _makers


def item_for(page: Page) -> CslItem:
    """What ``page``, as an instance of its own class, is cited as.

    Asks the authors of the page, unless ``page_authors__person`` was fetched beforehand.
    """
    make = _makers.get(getattr(page, "content_kind", ""), page_item)
    return make(page)


def page_item(page: Page) -> CslItem:
    """``page`` as a page on this site: its authors, its date, its address.

    The authors of a page about a publication wrote the publication, not the page: that is the site's own.
    """
    item = CslItem(id=f"pagina-{page.pk}", type="webpage", title=page.title, URL=address_of(page), language="nl")
    item["container-title"] = settings.WAGTAIL_SITE_NAME
    authors = [] if stands_for_a_publication(page) else authors_of(page)
    item["author"] = authors or [{"literal": settings.WAGTAIL_SITE_NAME}]
    shown = _date_of(page)
    if shown:
        item["issued"] = whole_date(shown)
    return item


def authors_of(page: Page) -> list[CslName]:
    """The authors in the order of the page; one query unless they are known already."""
    known: Iterable[Person] | None = getattr(page, _KNOWN_AUTHORS, None)
    if known is None:
        fetched = "page_authors" in getattr(page, "_prefetched_objects_cache", {})
        rows = page.page_authors.all() if fetched else page.page_authors.select_related("person")
        known = [row.person for row in rows]
    return [name_of(person) for person in known]


def know_authors(page: Page, persons: Iterable[Person]) -> None:
    """Spares the query: whoever shows the page has its authors, in order, at hand."""
    setattr(page, _KNOWN_AUTHORS, list(persons))


def address_of(page: Page) -> str:
    """The whole address of a page, in Dutch, without a query."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + site_path(page.url_path)


def whole_date(day: dt.date) -> CslDate:
    """A date with month and day."""
    return {"date-parts": [[day.year, day.month, day.day]]}


def _date_of(page: Page) -> dt.date | None:
    changed: dt.date | None = page.substantially_changed_on if isinstance(page, ContentPage) else None
    if changed:
        return changed
    return timezone.localdate(page.first_published_at) if page.first_published_at else None
