"""Putting generated pages into the tree, a thousand at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from wagtail.models import Locale, Page

from caching import generation
from editorial.demonstration import bulk
from editorial.demonstration.identity import stable_uuid
from editorial.models import ContentPage, PageAuthor
from home.demo.scale.generated import highest_number
from home.demo.scale.pages import GeneratedPage, generate
from home.demo.scale.surroundings import NothingToSpreadOverError, look_around
from home.models import NewsIndexPage, NewsPage
from practices.models import PracticeIndexPage, PracticePage
from research.models import InsightIndexPage, InsightPage
from vocabulary.models import ThemedPage

CHUNK = 1_000
#: Which listing the pages of each kind stand below.
LISTINGS: dict[type[ContentPage], type[Page]] = {
    PracticePage: PracticeIndexPage,
    InsightPage: InsightIndexPage,
    NewsPage: NewsIndexPage,
}


def make(count: int, told: Callable[[int], None] = lambda made: None) -> int:
    """Brings the number of generated pages to ``count``; how many were added. ``told`` hears of each chunk.

    Pages come out published, without revisions. Neither the outbox nor the index hears of them: rebuild the
    index afterwards. Raises NothingToSpreadOverError on a site without the demo content.
    """
    numbers = range(highest_number() + 1, count + 1)
    if not numbers:
        return 0
    around = look_around()
    for start in range(0, len(numbers), CHUNK):
        chunk = [generate(number, around) for number in numbers[start : start + CHUNK]]
        with transaction.atomic():
            for model in LISTINGS:
                _insert(model, [page for page in chunk if page.model is model])
        told(start + len(chunk))
    generation.renew()
    return len(numbers)


def _insert(model: type[ContentPage], pages: Sequence[GeneratedPage]) -> None:
    """Pages of one kind: the rows of the page table first, because the others need their keys."""
    if not pages:
        return
    paths = _insert_in_tree(model, pages)
    found = dict(Page.objects.filter(path__range=(paths[0], paths[-1])).values_list("path", "pk"))
    keys = [found[path] for path in paths]
    pairs = list(zip(keys, pages, strict=True))
    bulk.insert(model, [{"page_ptr_id": key, **page.fields} for key, page in pairs])
    bulk.insert(
        ThemedPage,
        [{"content_object_id": key, "tag_id": theme} for key, page in pairs for theme in page.theme_ids],
    )
    for name in ("levels", "subjects", "audiences"):
        field = model._meta.get_field(name)
        own, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        rows = [{own: key, other: term} for key, page in pairs for term in page.terms[name]]
        bulk.insert(field.remote_field.through, rows)
    bulk.insert(
        PageAuthor,
        [
            {"page_id": key, "person_id": author, "sort_order": place}
            for key, page in pairs
            for place, author in enumerate(page.author_ids)
        ],
    )


def _insert_in_tree(model: type[ContentPage], pages: Sequence[GeneratedPage]) -> list[str]:
    """The rows that make them pages, after the last child of their listing; their paths, in order."""
    listing = _locked_listing(LISTINGS[model])
    last = listing.get_last_child()
    first_step = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    depth = listing.depth + 1
    paths = [Page._get_path(listing.path, depth, first_step + place) for place in range(len(pages))]
    shared = {
        "depth": depth,
        "content_type_id": ContentType.objects.get_for_model(model).pk,
        "locale_id": Locale.get_default().pk,
        "live": True,
    }
    bulk.insert(Page, [_page_row(page, path, listing, shared) for path, page in zip(paths, pages, strict=True)])
    Page.objects.filter(pk=listing.pk).update(numchild=F("numchild") + len(pages))
    return paths


def _locked_listing(model: type[Page]) -> Page:
    """The listing, so that nobody else takes the next path below it meanwhile."""
    found = model.objects.values_list("pk", flat=True).first()
    if found is None:
        raise NothingToSpreadOverError(f"load the demo content first: there is no {model._meta.verbose_name}")
    return Page.objects.select_for_update().get(pk=found)


def _page_row(page: GeneratedPage, path: str, listing: Page, shared: dict[str, Any]) -> dict[str, Any]:
    return {
        **shared,
        "path": path,
        "title": page.title,
        "draft_title": page.title,
        "slug": page.slug,
        "url_path": f"{listing.url_path}{page.slug}/",
        "translation_key": stable_uuid("page", page.slug),
        "first_published_at": page.published_at,
        "last_published_at": page.published_at,
        "latest_revision_created_at": page.published_at,
    }
