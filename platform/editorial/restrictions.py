"""Which parts of the page tree are not public."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from caching.memory import per_generation


@per_generation
def restricted_tree_paths() -> tuple[str, ...]:
    """Tree paths of the pages that carry a view restriction; usually a handful, often none."""
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def is_restricted(tree_path: str) -> bool:
    """Whether a page at ``tree_path`` stands at or below a page with a view restriction."""
    return any(tree_path.startswith(path) for path in restricted_tree_paths())


def restrictions_of(
    page: Page, ask_database: Callable[[], QuerySet[PageViewRestriction]]
) -> QuerySet[PageViewRestriction]:
    """The restrictions that hold for ``page``; an alias is always looked up in the database."""
    if page.alias_of_id is None and not is_restricted(page.path):
        return PageViewRestriction.objects.none()
    return ask_database()
