"""Addresses of our own pages as cards: title, kind and summary of a page that everyone may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import get_language
from wagtail.models import Page

from editorial.addresses import localised, site_path, site_root_path
from editorial.models import ContentPage
from editorial.restrictions import is_restricted


@dataclass(frozen=True, slots=True)
class PageCard:
    """A public page, as a post shows it."""

    page_id: int
    kind: str
    title: str
    summary: str
    url: str


def page_finder(addresses: Iterable[str]) -> Callable[[str], int | None]:
    """Tells which page stands at an address of this site. One query for all ``addresses``, none without any."""
    paths = {address: path for address in addresses if (path := _tree_path(address))}
    rows = Page.objects.filter(url_path__in=set(paths.values()), live=True) if paths else Page.objects.none()
    found = {
        row["url_path"]: row["pk"] for row in rows.values("pk", "url_path", "path") if not is_restricted(row["path"])
    }
    return lambda address: found.get(paths.get(address, ""))


def page_cards(page_ids: Iterable[int]) -> dict[int, PageCard]:
    """The cards of those pages that are public now; two queries."""
    wanted = set(page_ids)
    if not wanted:
        return {}
    pages = [page for page in Page.objects.filter(pk__in=wanted, live=True) if not is_restricted(page.path)]
    summaries = _summaries(pages)
    language = get_language() or "nl"
    return {
        page.pk: PageCard(
            page.pk,
            getattr(_class_of(page), "content_kind", "page"),
            page.title,
            summaries.get(page.pk, ""),
            localised(site_path(page.url_path), language),
        )
        for page in pages
    }


def _summaries(pages: Iterable[Page]) -> dict[int, str]:
    by_class: dict[type[Page], list[int]] = {}
    for page in pages:
        model = _class_of(page)
        if model is not None and issubclass(model, ContentPage):
            by_class.setdefault(model, []).append(page.pk)
    parts = [model.objects.filter(pk__in=pks).values_list("pk", "summary") for model, pks in by_class.items()]
    return dict(reduce(lambda one, other: one.union(other, all=True), parts)) if parts else {}


def _class_of(page: Page) -> type[Page] | None:
    return ContentType.objects.get_for_id(page.content_type_id).model_class()


def _tree_path(address: str) -> str:
    """``https://ons.nl/en/praktijk/samen/`` → ``/home/praktijk/samen/``; empty for an address elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    root = site_root_path()
    if not root or (parts.netloc and parts.netloc != urlsplit(settings.SITE_URL).netloc):
        return ""
    path = parts.path.removeprefix("/en") if parts.path.startswith("/en/") else parts.path
    return root + path.strip("/") + "/" if path.strip("/") else ""
