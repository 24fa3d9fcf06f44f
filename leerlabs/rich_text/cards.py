"""Addresses of our own pages as cards: title, kind and summary of a page that everyone may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Value
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from editorial.addresses import localised, site_path, site_root_path
from editorial.models import ContentPage
from editorial.publicity import public


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
    rows = public(Page.objects.filter(url_path__in=set(paths.values()))) if paths else Page.objects.none()
    found = dict(rows.values_list("url_path", "pk"))
    return lambda address: found.get(paths.get(address, ""))


def page_cards(page_ids: Iterable[int]) -> dict[int, PageCard]:
    """The cards of those pages that are public now, whatever their kinds; one query."""
    wanted = set(page_ids)
    if not wanted:
        return {}
    parts = [
        public(model.objects.order_by().filter(pk__in=wanted))
        .annotate(kind=Value(model.content_kind))
        .values_list("pk", "kind", "title", "summary", "url_path")
        for model in get_page_models()
        if issubclass(model, ContentPage)
    ]
    rows = reduce(lambda one, other: one.union(other, all=True), parts)
    language = get_language() or "nl"
    return {
        pk: PageCard(pk, kind, title, summary, localised(site_path(url_path), language))
        for pk, kind, title, summary, url_path in rows
    }


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
