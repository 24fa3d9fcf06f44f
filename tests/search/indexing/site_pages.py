"""A small site of the plainest pages there are, so that no room has to be asked what its pages look like."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Locale, Page

from search import registry
from search.documents import SearchDocument
from search.engines.base import SearchEngine
from search.query.build_plan import build_plan
from search.query.parse import parse


def describe(page: Page) -> SearchDocument | None:
    """What the index knows of a plain page; the root and the front page are not in it."""
    if page.depth < 3:
        return None
    return SearchDocument(
        page_id=page.pk, type="page", title=page.title, path=page.url_path, summary=page.search_description
    )


@contextmanager
def plain_pages_findable() -> Iterator[None]:
    """Register plain pages for as long as a test lasts."""
    registry.register(Page, describe)
    try:
        yield
    finally:
        registry.unregister(Page)


def front_page() -> Page:
    """The page that all others stand below; made where an emptied database has none."""
    page: Page | None = Page.objects.filter(depth=2).first()
    if page is None:
        Locale.objects.get_or_create(language_code="nl")
        page = Page.add_root(title="Wortel", slug="root").add_child(title="Voorpagina", slug="home")
    return page


def published(title: str, below: Page | None = None, **fields: object) -> Page:
    """A new page that visitors can read."""
    parent = Page.objects.get(pk=(below or front_page()).pk)
    page: Page = parent.add_child(instance=Page(title=title, live=True, **fields))
    return page


def found(engine: SearchEngine, query: str = "") -> list[str]:
    """Titles that a search gives, in alphabetical order."""
    return sorted(hit.title for hit in engine.search(build_plan(parse({"q": [query]}))).hits)
