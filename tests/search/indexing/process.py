"""A process of its own for tests: ``python -m tests.search.indexing.process work``.

Takes its database and index from the environment, as the site's processes do, and finds plain pages.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[3] / "platform")]


def main(action: str, number: str = "0") -> None:
    """Be a worker, a rebuild (a slow one to have time), a check, or an editor with so many changes."""
    import django

    django.setup()

    from django.core.management import call_command
    from wagtail.models import Page

    from search import registry
    from search.documents import SearchDocument
    from tests.search.indexing.site_pages import describe, published

    def describe_slowly(page: Page) -> SearchDocument | None:
        time.sleep(0.05)
        return describe(page)

    registry.register(Page, describe_slowly if action.startswith("slow-") else describe)
    if action != "edit":
        call_command("search_index", action.removeprefix("slow-"))
        return
    for turn in range(int(number)):
        page = Page.objects.filter(depth=3).order_by("?").first() if turn % 3 else published("Nieuw")
        page.title = f"Versie {turn}"
        page.live = turn % 5 != 4
        page.save()


if __name__ == "__main__":
    main(*sys.argv[1:])
